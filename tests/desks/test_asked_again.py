"""A desk asks the same questions all day: what was put into words once holds for every moment."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from accounts.models import User
from desks.queries.queue import counts, queue
from desks.sections.community import COMMUNITY
from desks.sections.grid import GRID
from desks.sections.shared import DUE_TODAY
from grids.models import Body
from grids.queries.standing import standing_of
from issues.models import Issue
from tests.issues.actions.doing import NOW
from tests.issues.staging import raised
from tests.world import World

pytestmark = pytest.mark.django_db


def lines(world: World, section: str = "new") -> list[Issue]:
    standing = standing_of(world.grid_worker, now=NOW)
    (asked,) = [one for one in GRID.sections if one.code == section]
    return queue(GRID, asked, world.grid, standing, now=NOW, page=1)


def test_what_is_due_today_is_asked_of_each_day_anew(world: World) -> None:
    issue = raised(world)
    standing = standing_of(world.grid_worker, now=NOW)

    def due(days: int) -> tuple[list[Issue], int]:
        now = NOW + timedelta(days=days)
        rows = queue(GRID, DUE_TODAY, world.grid, standing, now=now, page=1)
        return rows, counts(GRID, world.grid, standing, now)[DUE_TODAY.code]

    assert [due(days) for days in (-30, 30, -30)] == [([], 0), ([issue], 1), ([], 0)]


def test_names_stand_in_the_language_of_whoever_looks(world: World) -> None:
    raised(world)
    Body.objects.filter(pk=world.grid.pk).update(name="一网格", name_en="First grid")

    def named(language: str) -> str:
        with translation.override(language):
            (line,) = lines(world)
        return line.lead_turn["name"]  # type: ignore[attr-defined,no-any-return]

    assert [named(language) for language in ("zh-hans", "en", "zh-hans")] == [
        "一网格", "First grid", "一网格",
    ]  # fmt: skip


def test_who_lost_the_post_finds_nothing_there_any_more(world: World) -> None:
    raised(world)

    def here(person: User) -> int:
        standing = standing_of(person, now=NOW)
        return sum(counts(COMMUNITY, world.community, standing, NOW).values())

    assert here(world.lead) > 0
    world.lead.postings.all().delete()
    assert here(world.lead) == 0


@pytest.mark.parametrize("section", ["new", "today"])
def test_it_is_one_statement_for_the_first_time_and_for_the_next(
    world: World, section: str
) -> None:
    raised(world)
    (asked,) = [one for one in GRID.sections if one.code == section]
    standing = standing_of(world.grid_worker, now=NOW)
    for _time in range(2):
        with CaptureQueriesContext(connection) as queries:
            queue(GRID, asked, world.grid, standing, now=NOW, page=1)
        assert len(queries) == 1
