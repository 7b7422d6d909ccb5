"""`make test` that is ended from outside leaves no server behind, and no other process."""

import signal
from pathlib import Path

import psutil
import pytest

from tests.config.launching import Launch, processes_of
from tests.harness.waiting import wait_until

pytestmark = pytest.mark.processes

# As a test with servers of its own and a command of the launcher stands in its middle.
WAITING = """
import subprocess, sys, time
from io import StringIO
from pathlib import Path
from config.launcher.output import Output
from config.launcher.places import Places
from config.launcher.postgres import Postgres
from config.launcher.valkey import Valkey

def test_waits():
    places = Places(Path(__file__).parent / "servers")
    Valkey(places, Output(StringIO())).start()
    Postgres(places, Output(StringIO())).start()
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", __file__])
    Path(__file__).with_name("ready").touch()
    time.sleep(600)
"""
# Of no site: what is tested loads none, and loading it takes longer than all the rest.
PLAIN = ("-p", "no:django", "-p", "no:cacheprovider")
SERVERS = ("postgres", "valkey-server")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("tests")
    (made / "test_waits.py").write_text(WAITING)
    (made / "pytest.ini").write_text("[pytest]\n")
    return made


def begin(folder: Path, *options: str) -> Launch:
    ready = folder / "ready"
    ready.unlink(missing_ok=True)
    words = ("test", "-c", str(folder / "pytest.ini"), *PLAIN, *options)
    run = Launch(folder / "var", words=(*words, str(folder / "test_waits.py")))
    wait_until(lambda: ready.exists() or run.process.poll() is not None, seconds=60, what=run.text)
    assert ready.exists(), run.text
    assert sorted(servers(folder)) == sorted(SERVERS * 2)
    return run


def servers(folder: Path) -> list[str]:
    """Without the helpers of PostgreSQL, which have its name too."""
    found = list(processes_of(folder))
    children = {child.pid for process in found for child in process.children() if named(process)}
    return [process.name() for process in found if named(process) and process.pid not in children]


def named(process: psutil.Process) -> bool:
    return process.name() in SERVERS


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGQUIT])
def test_a_signal_ends_all(folder: Path, number: signal.Signals) -> None:
    run = begin(folder)
    run.process.send_signal(number)
    assert run.wait() == 128 + number
    assert list(processes_of(folder)) == []


@pytest.mark.parametrize("options", [(), ("-n", "2")])
def test_a_killed_pytest_takes_everything_with_it(folder: Path, options: tuple[str, ...]) -> None:
    run = begin(folder, *options)
    run.part("-m pytest").kill()
    assert run.wait() != 0
    assert list(processes_of(folder)) == []


def test_the_next_run_ends_what_a_killed_one_left(folder: Path) -> None:
    run = begin(folder)
    run.process.kill()
    run.wait()
    left = {process.pid for process in processes_of(folder)}
    again = begin(folder)
    assert "An earlier run left" in again.text
    assert left.isdisjoint(process.pid for process in processes_of(folder))
    again.end()
    assert list(processes_of(folder)) == []
