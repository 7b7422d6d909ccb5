"""While the resident is asked, the question leads, whatever else is late."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation

from desks.presentation.todo import todo_of
from issues.actions.commit import commit
from issues.actions.deliberate import deliberate
from issues.actions.deliver import deliver
from issues.actions.sweep import sweep
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.models import Deadline, Issue
from issues.presentation.sentence import next_sentence
from tests.issues.actions.doing import DONE, at_grid
from tests.issues.actions.sweeping import at, fresh
from tests.issues.talking import doorstep
from tests.issues.test_late import case, lit
from tests.world import World

pytestmark = pytest.mark.django_db

OWED = "The talk that is owed was due by"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def asked(world: World) -> Issue:
    """Urgent, done, and the talk was not held within its day."""
    issue = at_grid(world, MatterClass.URGENT)
    deliver(issue, actor=world.grid_worker, now=at(16, 11), result=DONE)
    sweep(now=at(17, 10, 1))
    assert fresh(issue).stage == Stage.CONFIRM
    assert Deadline.objects.late().filter(issue=issue, kind="talk").exists()
    return fresh(issue)


def test_the_question_and_its_date_come_first_and_the_talk_after(
    world: World, asked: Issue
) -> None:
    now = at(17, 11)
    page = case(world, asked, now)
    said = next_sentence(page.issue, page.turns, page.clocks, page.people, now, own=True)
    assert said.startswith("The result is in. Is it solved? Please say so by")
    assert OWED in said
    shown = lit(world, asked, now)
    assert shown["clock"]["words"].startswith("The resident's word by")
    assert any("A talk was due" in words for words in shown["also_late"])


def test_who_calls_the_resident_is_told_of_the_talk_too(world: World, asked: Issue) -> None:
    todo = todo_of(case(world, asked, at(17, 11)))
    assert str(todo["words"]).startswith("The resident has not said yet")
    assert OWED in str(todo["words"])
    assert todo["late"]


def test_a_promise_alone_shows_its_date(world: World) -> None:
    issue = at_grid(world, MatterClass.URGENT)
    now = at(16, 11)
    commit(issue, actor=world.grid_worker, now=now, text="换管", due_at=at(30), made_safe=True)
    deliberate(issue, actor=world.grid_worker, now=now, talk=doorstep(agreed="先封住"))
    Deadline.objects.running().exclude(kind="commitment").update(void_at=now)
    page = case(world, issue, now)
    said = next_sentence(page.issue, page.turns, page.clocks, page.people, now)
    assert "promises to have it done by 30 November" in said
    assert lit(world, issue, now)["clock"]["words"] == "Promised by 30 November 09:00"
