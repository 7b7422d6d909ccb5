"""`make bench`: run bench/ on servers of its own, which write as safely as those in use."""

import sys
from collections.abc import Sequence

from config.launcher import foreground, lock
from config.launcher.output import Output
from config.launcher.places import Places
from config.launcher.session import Session
from config.launcher.stopping import Stopped, Stopping
from config.launcher.testing import environment


def bench(places: Places, output: Output, arguments: Sequence[str]) -> int:
    places.make()
    with lock.take(places.run / "launcher.lock", address="make bench"):
        stopping = Stopping().install()
        session = Session(places, output, stopping)
        try:
            told = environment(session, settings={})
            command = [sys.executable, "-m", "bench", *arguments]
            return foreground.run(command, told, stopping)
        except Stopped:
            return 130
        finally:
            session.end()
