"""`make manage` and `make shell`: a management command on the local product's database.

If the product is running, the command uses its servers; otherwise they are started for the
duration of the command, and the tables are migrated first.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence

from config.launcher import foreground, lock, notes
from config.launcher.environment import Address, environment
from config.launcher.failure import LauncherFailure
from config.launcher.output import Output
from config.launcher.places import Places
from config.launcher.serve import start_servers
from config.launcher.session import Session
from config.launcher.steps import Steps
from config.launcher.stopping import Stopped, Stopping
from config.launcher.variables import refuse_wrong_settings


def manage(places: Places, output: Output, arguments: Sequence[str]) -> int:
    refuse_wrong_settings()
    stopping = Stopping().install()
    places.make()
    try:
        handle = lock.take(places.run / "launcher.lock", address="make manage")
    except LauncherFailure as failure:
        if not places.told.exists():
            raise LauncherFailure(f"{failure} (Or wait until it serves.)") from None
        return call(json.loads(places.told.read_text(encoding="utf-8")), arguments, stopping)
    with handle:
        session = Session(places, output, stopping)
        try:
            servers = start_servers(session)
            address = Address.from_environment()
            told = environment(places, address, database=servers.application, broker=servers.broker)
            Steps(places, output, session.stopping, told, servers.owner).migrate()
            return call(told, arguments, stopping)
        except Stopped:
            return 130
        finally:
            session.end()


def call(told: Mapping[str, str], arguments: Sequence[str], stopping: Stopping) -> int:
    """Run the command, without noting it as part of a run: a shell may outlive that run."""
    given = {key: value for key, value in os.environ.items() if value}
    environment = {**given, **told}
    environment.pop(notes.VARIABLE, None)
    return foreground.run([sys.executable, "manage.py", *arguments], environment, stopping)
