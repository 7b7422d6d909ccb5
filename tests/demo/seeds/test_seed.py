"""The demo is made through the actions, and what it makes holds together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from time import monotonic

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from PIL import Image
from pytest_django import DjangoDbBlocker

from accounts.models import LocalMessage
from accounts.phones import normalise_public
from clocks.hours import SHANGHAI
from demo.pictures.drawing import draw
from demo.pictures.photos import Pictures
from demo.pictures.scenes import SCENES
from demo.seeds.people import admit_people
from demo.seeds.places import lay_places
from demo.seeds.seed import FOUNDED, AlreadyLived, Made, seed
from demo.stories import stories
from demo.telling.teller import Teller
from grids.models import Body, Posting
from issues.actions.sweep import sweep
from issues.enums.matter import MatterClass, Source, Visibility
from issues.enums.stages import Ending, Stage
from issues.enums.turns import Level, TurnCause
from issues.models import Assignment, Deadline, Issue, SweepFailure
from issues.queries.chain_soundness import broken_chains
from notifications.models import Delivery
from tests.harness.clone import cloned_database, orm_on

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)
SUNDAY_NIGHT = datetime(2026, 11, 22, 23, 30, tzinfo=SHANGHAI)
# One story for each class, level, stage, ending, visibility and source.
TOLD = {
    "compound", "end-merge-2", "end-declined-1", "end-withdrawn-2", "end-hidden-1",
    "end-silent-2", "end-above-1", "hot-1", "bench-1", "elder-1", "idea-2", "poster-1",
    "clock-2", "clock-8", "danger-5", "parking-1", "leak-2", "new-1", "soon-1",
    "at-community", "hard-now", "confirm-me", "merchant-now", "to-name", "working",
}  # fmt: skip


@pytest.mark.django_db
def test_each_number_of_the_demo_could_be_called() -> None:
    """Else no administrator could correct anything beside it."""
    admit_people(lay_places(now=MONDAY - FOUNDED), now=MONDAY - FOUNDED)
    posts = Posting.objects.exclude(work_phone="").values_list("work_phone", flat=True)
    places = Body.objects.exclude(phone="").values_list("phone", flat=True)
    for number in (*posts, *places):
        assert normalise_public(number) == number


@dataclass(frozen=True)
class Seeded:
    database: str
    made: Made


@contextmanager
def seeded_at(now: datetime, blocker: DjangoDbBlocker) -> Iterator[Seeded]:
    with cloned_database() as name:
        with orm_on(name, blocker):
            made = seed(now=now, small=True, say=lambda _line: None)
        yield Seeded(name, made)


@pytest.fixture(scope="module")
def on_monday(django_db_blocker: DjangoDbBlocker) -> Iterator[Seeded]:
    """Made once, for all tests that look at it."""
    with seeded_at(MONDAY, django_db_blocker) as seeded:
        yield seeded


@pytest.fixture
def monday(on_monday: Seeded, django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    """What a test changes there is rolled back."""
    with orm_on(on_monday.database, django_db_blocker), transaction.atomic():
        yield on_monday.made
        transaction.set_rollback(True)


def test_nothing_on_the_desks_is_late_and_three_clocks_run_out_soon(monday: Made) -> None:
    assert monday.issues == len(stories(small=True))
    three_run_out_soon(monday, MONDAY)


class Plain(Pictures):
    """A small picture of one colour for each: what scenes look like is asked below."""

    def __init__(self, scenes: Iterable[str]) -> None:
        super().__init__(())
        for number, scene in enumerate(scenes):
            file, drawn = BytesIO(), Future[bytes]()
            Image.new("RGB", (96, 72), (number % 256, number // 256, 99)).save(file, "PNG")
            drawn.set_result(file.getvalue())
            self._drawn[scene].append(drawn)


@pytest.fixture(scope="module")
def told_on_sunday(django_db_blocker: DjangoDbBlocker) -> Iterator[Seeded]:
    """Those of TOLD and of today, on a Sunday night; without councils and their year."""
    plan = [story for story in stories() if story.key in TOLD or story in stories(small=True)]
    assert {story.key for story in plan} >= TOLD
    began = monotonic()
    with cloned_database() as name:
        with orm_on(name, django_db_blocker), transaction.atomic():
            places = lay_places(now=SUNDAY_NIGHT - FOUNDED)
            people = admit_people(places, now=SUNDAY_NIGHT - FOUNDED)
            with Plain(scene for story in plan for scene in story.scenes) as pictures:
                teller = Teller(places, people, pictures, until=SUNDAY_NIGHT, began=began)
                teller.tell(plan)
        yield Seeded(name, Made(len(plan), 0, monotonic() - began))


@pytest.fixture
def sunday(told_on_sunday: Seeded, django_db_blocker: DjangoDbBlocker) -> Iterator[Made]:
    with orm_on(told_on_sunday.database, django_db_blocker), transaction.atomic():
        yield told_on_sunday.made
        transaction.set_rollback(True)


def test_nothing_is_late_either_when_it_is_made_on_a_sunday_night(sunday: Made) -> None:
    three_run_out_soon(sunday, SUNDAY_NIGHT)


@pytest.mark.usefixtures("sunday")
def test_stories_reach_every_class_level_stage_ending_visibility_and_source() -> None:
    there = {
        field: set(Issue.objects.values_list(field, flat=True))
        for field in ("matter_class", "level", "stage", "ending", "visibility", "source")
    }
    assert there["matter_class"] == {*MatterClass.values, ""}
    assert there["level"] == set(Level)
    assert there["stage"] == set(Stage)
    assert there["ending"] == {*Ending.values, ""}
    assert there["visibility"] == set(Visibility)
    assert there["source"] == set(Source)
    causes = set(Assignment.objects.values_list("cause", flat=True))
    assert {TurnCause.CLOCK, TurnCause.HANDED_OVER, TurnCause.WORD, TurnCause.BELONGS} <= causes
    assert broken_chains() == []
    assert not SweepFailure.objects.exists()


def three_run_out_soon(made: Made, now: datetime) -> None:
    ready = now + timedelta(seconds=made.seconds)
    assert not Deadline.objects.running().filter(due_at__lte=ready).exists()
    soon = Deadline.objects.running().filter(kind="receive").order_by("due_at")
    within = [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4)]
    due = soon.values_list("due_at", flat=True)[:4]
    assert all(at <= ready + most for at, most in zip(due, within, strict=False))
    assert due[3] > ready + timedelta(minutes=6)
    sweep(now=ready + timedelta(minutes=5))
    pushed = Assignment.objects.filter(cause=TurnCause.CLOCK, missed_kind="receive")
    assert pushed.filter(started_at__gt=now).count() == 3
    assert broken_chains() == []


@pytest.mark.usefixtures("monday")
def test_old_text_messages_are_not_sent_to_the_demo_s_phone() -> None:
    assert not LocalMessage.objects.exists()
    late = MONDAY - timedelta(hours=1)
    assert not Delivery.objects.filter(state="waiting", next_try_at__lte=late).exists()


@pytest.mark.usefixtures("monday")
def test_the_demo_leaves_a_lived_in_database_alone() -> None:
    before = Issue.objects.count()
    with pytest.raises(CommandError, match="leaves it alone"):
        call_command("demo")
    with pytest.raises(AlreadyLived):
        seed(now=MONDAY, small=True, say=lambda _line: None)
    assert Issue.objects.count() == before


def test_stories_have_keys_of_their_own() -> None:
    keys = [story.key for story in stories()]
    assert len(keys) == len(set(keys))
    assert len(keys) >= 120


def test_every_scene_of_a_story_can_be_drawn() -> None:
    assert {scene.rstrip("+") for story in stories() for scene in story.scenes} <= set(SCENES)


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_a_scene_looks_different_after_the_work(scene: str) -> None:
    before, after = draw(scene, seed=1), draw(f"{scene}+", seed=1)
    assert before != after
    assert Image.open(BytesIO(before)).size == (960, 720)
