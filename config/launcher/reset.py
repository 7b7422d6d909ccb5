"""`make demo-reset`: delete the whole database, since rows of the record can't be deleted."""

import shutil

from config.launcher import lock, orphans
from config.launcher.failure import LauncherFailure
from config.launcher.output import Output
from config.launcher.places import Places
from config.launcher.postgres import Postgres
from config.told import secret


def reset(places: Places, output: Output) -> int:
    if secret("DATABASE_URL"):
        raise LauncherFailure("DATABASE_URL names a server of yours: drop that database yourself.")
    places.make()
    with lock.take(places.run / "launcher.lock", address="make demo-reset"):
        orphans.end_all(places.processes, output)
        Postgres(places, output).end_leftover()
        for folder in (places.postgres, places.media, places.record):
            shutil.rmtree(folder, ignore_errors=True)
    output.say("Database and photos are gone. `make run` makes them anew.")
    return 0
