"""An engine that is dead is not taken for well, and somebody looks in its place."""

from __future__ import annotations

from datetime import timedelta

import pytest
from celery import current_app
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from acting.models import Submission
from acting.tasks import prune
from clocks.models import Look, Standstill
from clocks.queries.looks import ENGINE
from clocks.watch import watch
from desks.presentation.head import desk_path
from issues.actions.raise_issue import raise_issue
from issues.enums.turns import Level
from issues.inputs import NewMatter
from issues.models import Issue, SweepFailure
from issues.queries.waiting import Waiting, Waits, oldest_waits
from ledger.models import Seal
from notifications.enums import DeliveryState
from notifications.models import Delivery
from tests.world import World

SWEEP, HOURLY = "issues.tasks.sweep", "acting.tasks.prune"


def raised_long_ago(world: World) -> Issue:
    matter, who = NewMatter(text="漏电", building=world.building, danger=True), world.resident
    then = timezone.now() - timedelta(days=3)
    return raise_issue(matter, actor=who, reporter=who, now=then)


def years_pass() -> None:
    """As if whatever the engine did had been done so long ago."""
    Look.objects.update(engine_at=F("engine_at") - timedelta(days=1))


def test_a_dead_engine_is_asked_for_by_name_and_pages_stay_well(world: World) -> None:
    raised_long_ago(world)
    client = Client()
    answer = client.get("/readyz/")
    waiting = dict(line.split() for line in answer.content.decode().splitlines())
    assert (answer.status_code, set(waiting)) == (503, {"clock", "delivery", "entry"})
    assert int(waiting["clock"]) > settings.SWEEP_SECONDS * 5
    assert client.get("/healthz/").status_code == 200
    with pytest.raises(CommandError, match="stands still"):
        call_command("check_chain")


def test_what_could_not_be_swept_waits_from_its_next_try_on_however_long_it_was_due(
    world: World,
) -> None:
    issue, now = raised_long_ago(world), timezone.now()
    failed = {"issue": issue, "reason": "DataError", "failed_at": now - timedelta(hours=1)}
    failure = SweepFailure.objects.create(**failed, next_try_at=now + timedelta(minutes=1))

    def clock() -> Waiting | None:
        return next((one for one in oldest_waits() if one.what == Waits.CLOCK), None)

    assert clock() is None
    SweepFailure.objects.update(next_try_at=now - timedelta(seconds=9))
    waits = clock()
    assert waits is not None
    assert not waits.is_too_long
    # Where nobody tries again, it is said.
    SweepFailure.objects.update(next_try_at=now - timedelta(hours=1))
    waits = clock()
    assert waits is not None
    assert waits.is_too_long
    failure.delete()
    assert clock() is not None


def test_the_watch_only_asks_while_the_engine_lives(world: World) -> None:
    raised_long_ago(world)
    assert watch() == []
    with CaptureQueriesContext(connection) as asked:
        assert watch() == []
    assert len(asked) == 1
    assert not Standstill.objects.exists()


def test_the_watch_sweeps_seals_and_delivers_where_nobody_did(world: World) -> None:
    issue = raised_long_ago(world)
    watch()
    years_pass()
    assert set(watch()) >= set(ENGINE)
    issue.refresh_from_db()
    assert issue.level == Level.COMMUNITY
    assert Seal.objects.exists()
    assert not Delivery.objects.filter(state=DeliveryState.WAITING).exists()
    assert Client().get("/readyz/").status_code == 200
    # Not again at once; and what stood still is written down, until the engine looks again.
    assert watch() == []
    still = Standstill.objects.get()
    assert still.ended_at is None
    for task in ENGINE:
        current_app.tasks[task].apply(throw=True)
    assert watch() == []
    still.refresh_from_db()
    assert still.ended_at is not None


def test_supervisors_and_administrators_see_a_red_line_until_the_engine_looks_again(
    world: World,
) -> None:
    desk, administration = desk_path(world.street), "/admin/"

    def reads(who: User, page: str) -> str:
        client = Client()
        client.force_login(who, backend="grids.backends.PostingBackend")
        return client.get(page).content.decode()

    seen = ((world.supervisor, desk), (world.administrator, administration))
    for task in ENGINE:
        current_app.tasks[task].apply(throw=True)
    watch()
    years_pass()
    for words in ("没有再自动查看", "备用的巡检顶着"):
        assert all(words in reads(who, page) for who, page in seen)
        assert words not in reads(world.dispatcher, desk)
        watch()
    for task in ENGINE:
        current_app.tasks[task].apply(throw=True)
    assert not any("巡检" in reads(who, page) for who, page in seen)


def test_no_look_expires_by_a_clock_of_a_worker_and_none_waits_for_an_hour_of_beat() -> None:
    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        assert "expires" not in entry.get("options", {})
        assert entry["schedule"] <= 300


def test_what_is_done_each_hour_asks_the_database_whether_it_is_time(world: World) -> None:
    prune.apply(throw=True)
    old = Submission.objects.create(owner="x", key="0" * 32, result="/")
    Submission.objects.update(created_at=timezone.now() - timedelta(days=365))
    for ago, left in ((timedelta(minutes=50), True), (timedelta(minutes=60), False)):
        Look.objects.filter(task=HOURLY).update(engine_at=timezone.now() - ago)
        prune.apply(throw=True)
        assert Submission.objects.filter(pk=old.pk).exists() is left


def test_a_heap_of_looks_that_a_broker_kept_costs_a_question_each(world: World) -> None:
    sweep = current_app.tasks[SWEEP]
    sweep.apply(throw=True)
    with CaptureQueriesContext(connection) as asked:
        sweep.apply(throw=True)
    assert len(asked) == 1
