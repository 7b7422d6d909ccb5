"""`make run` on data that an accident left: nothing good is lost, and it serves again."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from config.launcher.cluster import PID_FILE, SOCKET_LOCK
from config.launcher.places import ROOT
from config.launcher.privilege import as_plain_user
from tests.config.launching import FirstStart, Launch, call, copy
from tests.harness.world import collected_static

pytestmark = pytest.mark.processes

ADMIT = (
    "from accounts.models import User; User.objects.create_user('+8613912345678', name='孙老师')"
)
COUNT = "from accounts.models import User; print('people:', User.objects.count())"
MAKING = "Making the demo data"


def people(var: Path) -> str:
    return manage(var, COUNT)


def manage(var: Path, code: str) -> str:
    done = call(var, "manage", "shell", "--no-imports", "-c", code)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


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
    assert "people: 0" in people(var)


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
    assert "people: 0" in people(var)
    assert stranger.is_running()


def test_a_path_that_lists_and_addresses_would_divide(var: Path, tmp_path: Path) -> None:
    odd = tmp_path / "楼前, 院后 'a' \"b\" 50%#?&=:@"
    odd.mkdir()
    copy(var, odd / "var")
    assert "people: 0" in people(odd / "var")


def test_a_database_with_people_is_kept_whatever_lies_beside_it(
    var: Path, demo: dict[str, str]
) -> None:
    manage(var, ADMIT)
    # The mark of a demo that was cut short, perhaps in another database, as it once was left.
    (var / "run" / "demo-unfinished").touch()
    launch = Launch(var, extra=demo).wait_until_served()
    assert MAKING not in launch.text
    assert "people: 1" in people(var)
    assert launch.end() == 0
