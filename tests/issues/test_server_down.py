"""The database falls over, the whole server is stopped: nothing is lost, nothing is doubled."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from accounts.models import User
from clocks.models import Look
from issues.actions.raise_issue import raise_issue
from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import TurnRole
from issues.inputs import NewMatter
from issues.models import Addition, Assignment, Deadline
from issues.queries.chain_soundness import broken_chains
from ledger.queries.verify import verify
from tests.harness.servers import OwnServer, own_server
from tests.harness.waiting import wait_until
from tests.harness.world import LiveWorld, Site, open_world
from tests.issues.test_sweep_processes import (
    BATCH,
    MANY,
    at_normal_speed,
    each_moved_exactly_once,
    moved,
    overdue_by_the_hundred,
    slowly,
)
from tests.world import World, build_world

pytestmark = pytest.mark.processes

HOUR = timedelta(hours=1)
# Somebody adds again and again, for as long as a slow machine takes.
TOLD = BATCH | {"LIMITS": "additions=none"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OwnServer]:
    with own_server(tmp_path_factory.mktemp("server")) as made:
        yield made


@pytest.fixture
def live(
    server: OwnServer, django_db_blocker: DjangoDbBlocker, tmp_path: Path
) -> Iterator[LiveWorld]:
    with open_world(tmp_path, django_db_blocker, **TOLD) as made:
        yield made


class Resident:
    """Sends one addition after the other, each again and again until it is taken."""

    def __init__(self, site: Site, user: User, path: str) -> None:
        client = Client()
        client.force_login(user, backend="grids.backends.PostingBackend")
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        token = "a" * 32
        self.headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"{settings.SESSION_COOKIE_NAME}={session}; "
            f"{settings.CSRF_COOKIE_NAME}={token}",
        }
        self.token, self.path = token, path
        self.host = urlsplit(site.url).netloc
        self.taken: list[UUID] = []
        self.answers: list[int] = []
        self.enough = threading.Event()
        self.thread = threading.Thread(target=self._send_until_enough, daemon=True)

    def _send_until_enough(self) -> None:
        while not self.enough.is_set():
            key = uuid4()
            while self._send(key) != 302:
                self.enough.wait(0.2)
            self.taken.append(key)
            self.enough.wait(0.3)

    def _send(self, key: UUID) -> int:
        said = {"csrfmiddlewaretoken": self.token, "submission": key, "text": f"又漫了 {key}"}
        try:
            asked = HTTPConnection(self.host, timeout=30)
            asked.request("POST", self.path, urlencode(said), self.headers)
            status = asked.getresponse().status
        except (OSError, HTTPException):
            status = 0
        self.answers.append(status)
        return status

    def stop(self) -> None:
        self.enough.set()
        self.thread.join(60)


def status(site: Site, path: str) -> int:
    asked = HTTPConnection(urlsplit(site.url).netloc, timeout=30)
    asked.request("GET", path)
    return asked.getresponse().status


def test_the_database_falls_over_in_a_sweep_and_in_requests(
    server: OwnServer, live: LiveWorld
) -> None:
    world = build_world()
    first = overdue_by_the_hundred(world)
    site, worker = live.start_web(), live.start_worker()
    resident = Resident(site, world.resident, f"/issues/{first.reference}/add/")
    resident.thread.start()
    wait_until(lambda: resident.taken, what="an addition before the fall")
    slowly(0.01)
    beat = live.start_beat(sweep_seconds=0.5)
    wait_until(lambda: 0 < moved() < MANY, seconds=60, what="a sweep half-way")

    server.fall_over()
    before = len(resident.taken)
    assert (status(site, "/healthz/"), status(site, "/")) == (503, 503)
    wait_until(lambda: set(resident.answers) - {302}, what="an addition that finds no database")
    server.start()

    # The very next look at a page opens a connection of its own.
    assert (status(site, "/healthz/"), status(site, "/")) == (200, 200)
    at_normal_speed()
    wait_until(lambda: moved() == MANY, seconds=90, what="every matter one level up")
    wait_until(lambda: len(resident.taken) > before, what="an addition after the fall")
    resident.stop()
    each_moved_exactly_once(world, MANY)
    assert [worker.exit_code, beat.exit_code, site.process.exit_code] == [None] * 3
    # Some were answered with an error and sent again: each stands there once.
    texts = Addition.objects.values_list("text", flat=True)
    assert sorted(texts) == sorted(f"又漫了 {key}" for key in resident.taken)


def almost_due(world: World, amount: int, *, seconds: int) -> datetime:
    """Urgent ones, to be taken in within the hour that is over in `seconds`; when that is."""
    then = timezone.now() - HOUR + timedelta(seconds=seconds)
    matter = NewMatter(text="漏电", building=world.building, danger=True)
    for _ in range(amount):
        raise_issue(matter, actor=world.resident, reporter=world.resident, now=then)
    return then + HOUR


def test_what_falls_due_while_everything_is_stopped_is_handled_at_the_next_sweep_once(
    server: OwnServer, live: LiveWorld
) -> None:
    world, amount = build_world(), 12
    due_at = almost_due(world, amount, seconds=25)
    parts = [live.start_worker(), live.start_beat(sweep_seconds=0.5)]
    reminded = Deadline.objects.filter(kind=DeadlineKind.RECEIVE, reminded_at__isnull=False)
    wait_until(lambda: reminded.count() == amount, what="the reminders: the clock is watched")
    assert moved() == 0
    for part in parts:
        part.stop()
    server.stop()
    assert timezone.now() < due_at
    wait_until(lambda: timezone.now() > due_at, what="the hour to be over")

    server.start()
    assert moved() == 0
    back, looks = timezone.now(), Look.objects.filter(task="issues.tasks.sweep")
    live.start_worker()
    live.start_beat(sweep_seconds=0.5)
    wait_until(lambda: moved() == amount, what="every matter one level up")
    each_moved_once_after(back, amount)
    seen = rows()
    for _ in range(2):
        now = timezone.now()
        wait_until(looks.filter(engine_at__gt=now).exists, what="another sweep")
    assert rows() == seen


def rows() -> tuple[int, int, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ledger_entry")
        (entries,) = cursor.fetchone()
    return entries, Assignment.objects.count(), Deadline.objects.count()


def each_moved_once_after(back: datetime, amount: int) -> None:
    """The breach stays with the grid; the new turn begins when it is handled, with its own hour."""
    turns = Assignment.objects.filter(role=TurnRole.LEAD)
    assert turns.count() == 2 * amount
    for turn in turns.filter(turn=2):
        assert turn.started_at >= back
        receive = Deadline.objects.get(assignment=turn, kind=DeadlineKind.RECEIVE)
        assert receive.due_at == turn.started_at + HOUR
    missed = Deadline.objects.filter(breached_at__isnull=False, assignment__turn=1)
    assert missed.filter(kind=DeadlineKind.RECEIVE).count() == amount
    assert missed.filter(breached_at__lt=back).count() == 0
    assert broken_chains() == []
    verify()
