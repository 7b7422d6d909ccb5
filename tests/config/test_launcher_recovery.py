"""`make run` on data that an accident left: nothing good is lost."""

import os
import socket
import subprocess
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import psutil
import psycopg
import pytest

from config.launcher.cluster import PID_FILE, SOCKET_LOCK
from config.launcher.database import APPLICATION, DATABASE
from config.launcher.output import Output
from config.launcher.places import ROOT, Places
from config.launcher.postgres import Postgres
from config.launcher.privilege import as_plain_user
from tests.config.launching import ODD, FirstStart, Launch, call, copy
from tests.harness.world import collected_static

pytestmark = pytest.mark.processes

ADMIT = (
    "from accounts.models import User; User.objects.create_user('+8613912345678', name='孙老师')"
)
MAKING = "Making the demo data"


def people(var: Path) -> int:
    """Asked of its database alone, as every command first starts it."""
    server = Postgres(Places(var), Output(StringIO()))
    child = server.start()
    try:
        return counted(server.url(DATABASE, user=APPLICATION))
    finally:
        child.stop()


def counted(url: str) -> int:
    with psycopg.connect(url) as connection:
        found = connection.execute("SELECT count(*) FROM accounts_user").fetchone()
    assert found is not None
    return int(found[0])


@pytest.fixture(scope="module")
def var(first_start: FirstStart, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With tables, without people."""
    return first_start.copy_var(tmp_path_factory.mktemp("data") / "var")


@pytest.fixture(scope="module")
def demo() -> dict[str, str]:
    """With the static files that go with it, collected for other tests already."""
    wanted = {"PAVILION_DEMO": "1"}
    return {**wanted, "STATIC_ROOT": str(collected_static({**os.environ, **wanted}))}


@pytest.fixture
def stranger() -> Iterator[psutil.Process]:
    """Another process of the user whose server it is."""
    with subprocess.Popen([*as_plain_user(ROOT), "sleep", "600"]) as process:
        yield psutil.Process(process.pid)
        process.kill()


def test_demo_data_that_was_cut_short_is_made_anew(var: Path, demo: dict[str, str]) -> None:
    first = Launch(var, extra=demo).wait_until_said(MAKING)
    first.process.kill()
    first.wait()
    again = Launch(var, port=first.port, extra=demo).wait_until_said(MAKING)
    assert "An earlier run left" in again.text
    assert again.end() == 0
    assert list(again.processes()) == []
    assert people(var) == 0


@pytest.mark.parametrize("content", ["of a stranger", "empty", "torn"])
def test_locks_that_a_crash_left_are_no_hindrance(
    var: Path, stranger: psutil.Process, content: str
) -> None:
    data = var / "postgres"
    whole = f"{stranger.pid}\n{data}\n1700000000\n5432\n"
    text = {"of a stranger": whole, "empty": "", "torn": "\0\0\0\0"}[content]
    owner = data.stat()
    for file in (data / PID_FILE, data / SOCKET_LOCK):
        file.write_text(text)
        os.chown(file, owner.st_uid, owner.st_gid)
        file.chmod(0o600)
    assert people(var) == 0
    assert stranger.is_running()


@pytest.fixture(scope="module")
def odd(var: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With one person."""
    folder = tmp_path_factory.mktemp("odd") / ODD
    folder.mkdir()
    copy(var, folder / "var")
    done = call(folder / "var", "manage", "shell", "--no-imports", "-c", ADMIT)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "var"


def test_a_command_writes_where_the_path_says(odd: Path, var: Path) -> None:
    assert people(odd) == 1
    assert people(var) == 0


def test_a_database_with_people_is_kept_whatever_lies_beside_it_and_a_taken_port_not_shared(
    odd: Path, demo: dict[str, str]
) -> None:
    # The mark of a demo that was cut short, perhaps in another database, as it once was left.
    (odd / "run" / "demo-unfinished").touch()
    launch = Launch(odd, extra=demo).wait_until_said("Bringing the tables")
    with socket.socket() as other:
        # As another web server of the same kind holds it: sharing would be allowed.
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", launch.port))
        other.listen()
        # The last that is asked before it would serve.
        assert launch.wait() == 1
    assert f"Port {launch.port} is taken" in launch.text
    assert MAKING not in launch.text
    assert list(launch.processes()) == []
    assert people(odd) == 1
