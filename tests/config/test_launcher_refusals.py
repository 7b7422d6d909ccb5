"""What can't be done is said in a sentence before anything starts, and nothing is touched."""

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from config.launcher.cluster import version
from config.launcher.places import ROOT
from config.launcher.privilege import as_plain_user, give
from config.launcher.valkey import free_port
from tests.config.launching import Forks, call

pytestmark = pytest.mark.processes


class Refusing:
    """A command that must not run, in a process of its own; what it says."""

    def __init__(self, forks: Forks) -> None:
        self.forks = forks

    def __call__(self, var: Path, *words: str, command: str = "run", **extra: str) -> str:
        return sentences(self.forks.call(var, command, **extra), *words)


@pytest.fixture
def refused(forks: Forks) -> Refusing:
    return Refusing(forks)


def sentences(done: subprocess.CompletedProcess[str], *words: str) -> str:
    """Of ours only, with a way out."""
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stderr == ""
    assert all(line.startswith("pavilion |") for line in done.stdout.splitlines()), done.stdout
    for part in words:
        assert part in done.stdout, done.stdout
    return done.stdout


@pytest.mark.parametrize("port", ["abc", "0", "70000", "-1", "80.5", "８０００", "8_000"])
def test_a_port_that_is_none(refused: Refusing, tmp_path: Path, port: str) -> None:
    refused(tmp_path / "var", f"PORT={port} is no port", "from 1 to 65535", PORT=port)
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("host", ["nowhere.invalid", "::zz", "fe80::1%nothing", "256.1.1.1"])
def test_a_host_that_is_none(refused: Refusing, tmp_path: Path, host: str) -> None:
    refused(tmp_path / "var", f"HOST={host} is no address", "0.0.0.0", HOST=host)
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1"])
def test_a_host_of_another_machine(refused: Refusing, tmp_path: Path, host: str) -> None:
    refused(tmp_path / "var", f"HOST={host} is not an address of this machine", HOST=host)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SWEEP_SECONDS", "often"),
        ("SWEEP_SECONDS", "0"),
        ("SWEEP_SECONDS", "nan"),
        ("EMAIL_PORT", "smtp"),
        ("READ_NOTICES_KEPT_DAYS", "1.5"),
        ("LOG_LEVEL", "loud"),
        ("POSTED_IDLE_MINUTES", "half"),
        ("SITE_URL", "pavilion.example"),
    ],
)
def test_a_setting_that_does_not_fit(
    refused: Refusing, tmp_path: Path, name: str, value: str
) -> None:
    refused(tmp_path / "var", f"{name}={value} does not fit", **{name: value})
    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://pavilion:geheim@127.0.0.1:1/pavilion", "DATABASE_URL does not answer"),
        ("postgresql://[geheim", "DATABASE_URL names no database"),
        ("geheim", "DATABASE_URL names no database"),
    ],
)
def test_a_database_that_does_not_answer(
    refused: Refusing, tmp_path: Path, url: str, sentence: str
) -> None:
    text = refused(tmp_path / "var", sentence, DATABASE_URL=url)
    assert "geheim" not in text, "it may be a password"


@pytest.mark.parametrize("command", ["run", "demo-reset"])
def test_a_database_that_a_file_names_is_the_one_that_is_meant(
    refused: Refusing, tmp_path: Path, command: str
) -> None:
    (tmp_path / "url").write_text("geheim\n")
    words = {"run": "DATABASE_URL names no database", "demo-reset": "DATABASE_URL names a server"}
    url = str(tmp_path / "url")
    refused(tmp_path / "var", words[command], command=command, DATABASE_URL_FILE=url)


@pytest.mark.parametrize("url", ["redis://:geheim@127.0.0.1:1/0", "nonsense://geheim"])
def test_a_broker_that_does_not_answer(refused: Refusing, tmp_path: Path, url: str) -> None:
    text = refused(tmp_path / "var", "broker of REDIS_URL does not answer", REDIS_URL=url)
    assert "geheim" not in text, "it may be a password"


@pytest.fixture
def elsewhere() -> Iterator[int]:
    """A port that another program has on the other address of this name."""
    port = free_port()
    with socket.socket(socket.AF_INET6) as other:
        other.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        other.bind(("::1", port))
        other.listen()
        yield port


def test_a_port_where_localhost_leads_to_another_program(
    refused: Refusing, tmp_path: Path, elsewhere: int
) -> None:
    refused(tmp_path / "var", f"Port {elsewhere} is taken", PORT=str(elsewhere))


def test_the_highest_port_names_a_way_out_that_exists(refused: Refusing, tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 65535))
        other.listen()
        refused(tmp_path / "var", "make run PORT=65534", PORT="65535")


class TestForeignFolders:
    @pytest.mark.parametrize("command", ["run", "demo-reset", "manage", "test", "bench"])
    def test_one_that_holds_other_things(
        self, refused: Refusing, tmp_path: Path, command: str
    ) -> None:
        for folder in (tmp_path, tmp_path / "test", tmp_path / "bench"):
            (folder / "postgres").mkdir(parents=True)
            (folder / "postgres" / "letters.txt").touch()
            (folder / "diary.txt").touch()
        refused(tmp_path, "holds things that are not Pavilion's (diary.txt)", command=command)
        assert (tmp_path / "postgres" / "letters.txt").exists()

    def test_one_that_is_a_file(self, refused: Refusing, tmp_path: Path) -> None:
        (tmp_path / "var").touch()
        refused(tmp_path / "var", "is not a folder", "PAVILION_VAR")
        refused(tmp_path / "var" / "below", "can't be used: not a directory")

    def test_one_of_somebody_else(self) -> None:
        plain = as_plain_user(ROOT)
        sentences(call(Path("/usr"), "run", before=plain), "/usr belongs to root")
        below = call(Path("/usr/pavilion"), "run", before=plain)
        sentences(below, "can't be used", "/usr belongs to root")

    def test_one_whose_path_can_not_be_shown(self, refused: Refusing, tmp_path: Path) -> None:
        refused(tmp_path / "two\nlines", "what can't be printed")

    def test_a_database_folder_that_is_none(self, refused: Refusing, tmp_path: Path) -> None:
        (tmp_path / "var" / "postgres").mkdir(parents=True)
        (tmp_path / "var" / "postgres" / "letters.txt").touch()
        refused_or_ended(refused, tmp_path / "var", "is no database of PostgreSQL. Move it away.")

    def test_a_database_of_another_version(self, refused: Refusing, tmp_path: Path) -> None:
        folder = tmp_path / "var" / "postgres"
        give(folder, ROOT)
        (folder / "PG_VERSION").write_text("9\n")
        os.chown(folder / "PG_VERSION", folder.stat().st_uid, -1)
        sentence = f"was made by PostgreSQL 9, this is {version()}."
        refused_or_ended(refused, tmp_path / "var", sentence)

    @pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
    def test_a_database_of_another_user(self, refused: Refusing, tmp_path: Path) -> None:
        folder = tmp_path / "var" / "postgres"
        folder.mkdir(parents=True)
        (folder / "PG_VERSION").write_text(f"{version()}\n")
        refused_or_ended(refused, tmp_path / "var", "belongs to root, but PostgreSQL would run as")


def refused_or_ended(refused: Refusing, var: Path, sentence: str) -> None:
    """Seen only after the broker was started, which is ended again."""
    assert "Ended." in refused(var, sentence)
