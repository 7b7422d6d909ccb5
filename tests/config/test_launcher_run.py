"""`make run` with real servers: what a person sees when things go well and when they don't."""

import json
import signal
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from config.launcher.valkey import free_port
from tests.config.launching import ODD, FirstStart, Launch, call, copy, line_of
from tests.harness.waiting import wait_until

pytestmark = pytest.mark.processes

ASKING = """
from django.db import connection
with connection.cursor() as cursor:
    print(cursor.execute("SELECT current_user").fetchone())
"""


@pytest.fixture(scope="module")
def clone(first_start: FirstStart, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return first_start.copy_clone(tmp_path_factory.mktemp("copy") / "clone")


@pytest.fixture(scope="module")
def var(clone: Path) -> Path:
    """Where no list and no address may divide its path."""
    odd = clone.parent / ODD
    odd.mkdir()
    return (clone / "var").rename(odd / "var")


class Standing:
    """One launch for all tests; after a test that ended it, the next one starts another."""

    def __init__(self, var: Path, clone: Path) -> None:
        self.var, self.clone = var, clone
        self.launch: Launch | None = None

    def serving(self, **extra: str) -> Launch:
        """At the same port each time, as whoever gives the same command again."""
        before = self.launch
        if before is None or before.process.poll() is not None:
            port = before.port if before else free_port()
            self.launch = Launch(self.var, port, extra, clone=self.clone)
        assert self.launch is not None
        return self.launch.wait_until_served()

    def end(self) -> None:
        if self.launch is not None and self.launch.process.poll() is None:
            self.launch.end()


@pytest.fixture(scope="module")
def standing(var: Path, clone: Path) -> Iterator[Standing]:
    made = Standing(var, clone)
    yield made
    made.end()


@pytest.fixture
def launch(standing: Standing) -> Launch:
    return standing.serving()


@pytest.fixture
def nothing_runs(standing: Standing) -> None:
    standing.end()


def test_a_first_start_makes_what_it_needs_and_serves(first_start: FirstStart) -> None:
    """That it ends with all that it started, the fixture has seen."""
    var = first_start.clone / "var"
    for step in ("Making a PostgreSQL", "Bringing the tables", "Hashing", "Pavilion 议事亭 is at"):
        assert step in first_start.said
    assert all((var / name).exists() for name in ("postgres", "static", "secret-key"))


def test_a_second_start_is_quick_and_keeps_data_and_key(
    nothing_runs: None, standing: Standing, var: Path
) -> None:
    key = (var / "secret-key").read_text()
    began = time.monotonic()
    again = standing.serving(HOST="localhost")
    assert time.monotonic() - began < 60, "20 seconds on a machine that does nothing else"
    assert "Making a PostgreSQL" not in again.text
    assert "Hashing" not in again.text
    assert (var / "secret-key").read_text() == key
    assert stat.S_IMODE((var / "secret-key").stat().st_mode) == 0o600


class TestWhileOneRuns:
    def test_started_twice_it_says_so_and_leaves_the_first_alone(
        self, launch: Launch, var: Path
    ) -> None:
        second = Launch(var)
        assert second.wait() == 1
        assert f"Already running from this folder: http://localhost:{launch.port}" in second.text
        assert launch.ask("/healthz/") == 200

    def test_a_taken_port_is_named_with_a_way_out(self, launch: Launch, tmp_path: Path) -> None:
        second = Launch(tmp_path / "var", port=launch.port)
        assert second.wait() == 1
        assert f"Port {launch.port} is taken" in second.text
        assert f"make run PORT={launch.port + 1}" in second.text

    def test_the_application_may_only_add_to_the_record(self, launch: Launch, var: Path) -> None:
        told = json.loads((var / "run" / "environment.json").read_text())
        with psycopg.connect(told["DATABASE_URL"]) as asking:
            # Of the role, since nobody says so here with the connection.
            assert asking.execute("SHOW lock_timeout").fetchone() == ("4s",)
        with (
            psycopg.connect(told["DATABASE_URL"]) as connection,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            connection.execute("DELETE FROM ledger_entry")

    def test_with_servers_from_outside_none_is_started_and_none_ended(
        self, launch: Launch, tmp_path: Path
    ) -> None:
        told = json.loads((launch.var / "run" / "environment.json").read_text())
        outside = {"DATABASE_URL": told["DATABASE_URL"], "REDIS_URL": told["REDIS_URL"]}
        owner = told["DATABASE_URL"].replace("pavilion_app@", "pavilion_owner@")
        (tmp_path / "var").mkdir()
        copy(launch.var / "static", tmp_path / "var" / "static")
        other = Launch(
            tmp_path / "var", extra={**outside, "PAVILION_OWNER_DATABASE_URL": owner}
        ).wait_until_served()
        assert other.ask("/healthz/") == 200
        assert not (tmp_path / "var" / "postgres").exists()
        assert not (tmp_path / "var" / "valkey").exists()
        crash(other, "granian")
        assert launch.ask("/healthz/") == 200

    def test_a_command_joins_the_running_product(self, launch: Launch) -> None:
        done = call(launch.var, "manage", "shell", "--no-imports", "-c", ASKING)
        assert "pavilion_app" in done.stdout, done.stdout + done.stderr

    def test_a_reset_is_refused_meanwhile(self, launch: Launch) -> None:
        done = call(launch.var, "demo-reset")
        assert done.returncode == 1
        assert "Already running" in done.stdout
        assert launch.ask("/healthz/") == 200


def test_each_web_worker_looks_after_the_others(launch: Launch, var: Path) -> None:
    """What comes of one that is frozen: tests/config/test_siblings.py."""
    files = var / "run" / "web"
    server = launch.part("granian")
    known = {f"{server.pid}-{worker.pid}" for worker in workers_of(server)}
    assert len(known) == 2
    wait_until(lambda: known == {file.name for file in files.glob("*")}, what="two workers")


def test_a_web_worker_that_dies_is_started_again(launch: Launch) -> None:
    web = launch.part("granian")
    killed = workers_of(web)[0]
    killed.kill()
    wait_until(lambda: "Respawning worker" in launch.text, what="a new worker")
    wait_until(lambda: len(workers_of(web)) == 2, what="two workers again")
    # Ended while it starts, it would be deaf and be waited for.
    wait_until(lambda: launch.text.count("Started worker") == 3, what="the new one at work")
    assert launch.ask("/healthz/") == 200
    assert launch.process.poll() is None
    assert "ended by itself" not in launch.text


def test_a_watch_that_dies_is_started_again(launch: Launch) -> None:
    launch.part("sweep --loop").kill()
    wait_until(lambda: "watch ended" in launch.text, what="the word that it ended")
    wait_until(lambda: any("sweep --loop" in line_of(one) for one in launch.processes()))
    assert launch.ask("/healthz/") == 200
    assert "ended by itself" not in launch.text


def workers_of(web: psutil.Process) -> list[psutil.Process]:
    return [
        process
        for process in web.children()
        if process.status() != psutil.STATUS_ZOMBIE and "resource_tracker" not in line_of(process)
    ]


def test_after_a_killed_launcher_the_same_command_clears_up_and_serves(
    launch: Launch, standing: Standing
) -> None:
    launch.process.kill()
    launch.wait()
    left = {process.pid for process in launch.processes()}
    assert len(left) >= 5
    # What a part started outlives it, and is noted by nobody.
    launch.part("granian").kill()
    again = standing.serving()
    assert again.port == launch.port
    assert "An earlier run left" in again.text
    assert left.isdisjoint(process.pid for process in again.processes())


def test_it_serves_and_says_where(launch: Launch) -> None:
    assert launch.ask("/healthz/") == 200
    assert f"http://localhost:{launch.port}/" in launch.text
    for part in ("postgres -D", "valkey-server", "granian", " worker", " beat", "sweep --loop"):
        assert launch.part(part).is_running()


def test_when_the_database_crashes_it_is_named_and_the_rest_ends(launch: Launch) -> None:
    crash(launch, "postgres -D")


def crash(launch: Launch, part: str) -> None:
    """The part is named, and the rest ends."""
    launch.part(part).kill()
    assert launch.wait() == 1
    assert "ended by itself (exit code -9)" in launch.text
    assert list(launch.processes()) == []


def test_a_command_starts_the_database_for_itself_and_told_to_end_leaves_nothing(
    nothing_runs: None, var: Path
) -> None:
    waiting = f"{ASKING}\nprint('waiting', flush=True); import time; time.sleep(600)"
    command = Launch(var, words=("manage", "shell", "--no-imports", "-c", waiting))
    command.wait_until_said("waiting")
    assert "pavilion_app" in command.text
    assert command.end() == 128 + signal.SIGTERM
    assert list(command.processes()) == []


def test_a_reset_after_a_killed_launcher_ends_what_it_left_and_keeps_the_key(
    nothing_runs: None, var: Path, clone: Path
) -> None:
    launch = Launch(var, clone=clone).wait_until_said("Bringing the tables")
    launch.process.kill()
    launch.wait()
    assert list(launch.processes())
    done = call(var, "demo-reset")
    assert done.returncode == 0, done.stdout
    assert list(launch.processes()) == []
    assert not (var / "postgres").exists()
    assert (var / "secret-key").exists()
