"""What was promised at first: broken on every page that shows the matter, unless it was kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.utils import translation

from desks.presentation.mine import matter_card
from desks.presentation.rows import row_of
from desks.presentation.todo import todo_of
from desks.queries.me import matters, raised_by, with_holders
from desks.queries.queue import lines_of
from desks.sections import FOUND
from grids.queries.standing import standing_of
from issues.actions.commit import commit
from issues.actions.receive import receive
from issues.actions.verify import verify
from issues.enums.matter import MatterClass
from issues.models import Issue
from issues.presentation.reader import reader_of
from issues.presentation.sentence import first_promise
from issues.presentation.work_order import order_of
from issues.queries.desk_case import case_of
from tests.issues.actions.doing import NOW, at_community, at_grid, reported
from tests.issues.actions.sweeping import at, fresh
from tests.issues.test_late import card, case
from tests.world import World

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
BROKEN = "The result that was promised at first was due by"


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def said(world: World, issue: Issue, now: datetime) -> str:
    return first_promise(case(world, issue, now).issue, None, now)


def first_date(issue: Issue) -> datetime:
    due = fresh(issue).promised_by
    assert due is not None
    return due


def test_it_was_kept_by_a_result_though_it_is_checked_later(world: World) -> None:
    issue = reported(world)
    after = first_date(issue) + HOUR
    assert said(world, issue, after) == ""
    verify(issue, actor=world.grid_head, now=after, is_there=False, note="没换")
    assert said(world, issue, after).startswith(BROKEN), "there was no result"


def test_a_result_after_the_date_keeps_nothing_once_it_is_refused(world: World) -> None:
    issue = reported(world)
    Issue.objects.filter(pk=issue.pk).update(promised_by=at(16, 9, 30))
    assert said(world, issue, at(16, 11)) == "", "nobody owes a result that is there"
    Issue.objects.filter(pk=issue.pk).update(unsolved_rounds=1)
    assert said(world, issue, at(16, 11)).startswith(BROKEN), "the resident says it is not solved"


def test_what_is_urgent_was_kept_by_making_it_safe(world: World) -> None:
    issue = at_grid(world, MatterClass.URGENT)
    due = first_date(issue)
    made_safe = {"actor": world.grid_worker, "text": "换管", "due_at": at(30), "made_safe": True}
    assert said(world, issue, due + HOUR).startswith(BROKEN)
    commit(issue, now=due - HOUR, **made_safe)  # type: ignore[arg-type]
    assert said(world, issue, due + HOUR) == ""


def test_it_is_broken_where_nothing_was_reported(world: World) -> None:
    issue = at_community(world)
    assert said(world, issue, first_date(issue) + HOUR).startswith(BROKEN)


def test_it_is_said_on_every_page_though_a_new_clock_runs(world: World) -> None:
    issue = at_community(world)
    receive(issue, actor=world.staff, now=NOW)
    Issue.objects.filter(pk=issue.pk).update(promised_by=at(16, 9, 30))
    now = at(16, 11)
    shown = [card(issue, now)]
    (matter,), people = matters(with_holders(raised_by(world.resident)), now=now)
    shown.append(matter_card(matter, people, now, own=True))
    (line,) = lines_of([issue.pk], world.community)
    shown.append(row_of(line, FOUND, "", current=False, now=now))
    page = case_of(issue.reference, standing_of(world.staff, now=now), now=now)
    todo = todo_of(page)
    assert todo["late"]
    assert BROKEN in str(todo["words"])
    for one in shown:
        assert BROKEN in one["words"]
        assert one["overdue"]
    paper = order_of(page, reader_of(page.standing, page.facts))["first_promise"]
    assert paper.startswith("The result that was promised at first was due by Monday 16 November")
