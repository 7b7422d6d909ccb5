"""`make bench`: what bench/ measures, on servers of its own, as careful as those in use."""

import subprocess
import sys
from collections.abc import Sequence

from config.launcher import lock
from config.launcher.output import Output
from config.launcher.places import ROOT, Places
from config.launcher.session import Session
from config.launcher.stopping import Stopping
from config.launcher.testing import environment


def bench(places: Places, output: Output, arguments: Sequence[str]) -> int:
    places.make()
    with lock.take(places.run / "launcher.lock", address="make bench"):
        session = Session(places, output, Stopping().install())
        try:
            told = environment(session, settings={})
            command = [sys.executable, "-m", "bench", *arguments]
            return subprocess.run(command, env=told, cwd=ROOT, check=False).returncode
        finally:
            session.end()
