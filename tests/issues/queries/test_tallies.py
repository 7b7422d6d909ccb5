"""What a community's page tells is kept, and is what a count of its matters gives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from grids.actions.save_category import save_category
from issues.actions.confirm import confirm
from issues.actions.fold_tallies import fold_tallies
from issues.actions.hide import hide
from issues.actions.receive import receive
from issues.enums.activity import Resolved
from issues.enums.tally import Figure
from issues.models import Deadline, Issue, Outcome, Tally
from issues.queries.figures import numbers_of
from issues.queries.listing import open_counts
from issues.queries.tallies import wrong_tallies
from tests.issues.staging import MINUTE, MONDAY, published, raised, settled
from tests.world import World

pytestmark = pytest.mark.django_db
LATER = MONDAY + timedelta(hours=2)


def solved(world: World) -> Issue:
    return confirm(settled(world), actor=world.resident, now=LATER, resolved=Resolved.SOLVED)


def figures(world: World) -> tuple[int, ...]:
    told = numbers_of(world.community)
    return (told.raised, told.open, told.with_departments, told.solved, told.money)


def test_each_step_of_a_matter_is_in_the_figures_at_once(world: World) -> None:
    raised(world)
    assert figures(world) == (0, 0, 0, 0, 0)
    issue = published(world)
    assert figures(world) == (1, 1, 0, 0, 0)
    assert open_counts(world.community) == {world.grid.pk: 1}
    hide(issue, actor=world.staff, now=LATER, reason="有人名")
    assert figures(world) == (0, 0, 0, 0, 0)
    assert open_counts(world.community) == {}
    ended = solved(world)
    Outcome.objects.filter(issue=ended).update(money=Decimal("120.50"))
    assert figures(world) == (1, 0, 0, 1, 120)
    Issue.objects.filter(pk=ended.pk).update(visibility="hidden")
    assert figures(world) == (0, 0, 0, 0, 0)
    Issue.objects.filter(pk=ended.pk).update(visibility="public")
    assert figures(world) == (1, 0, 0, 1, 120)
    assert wrong_tallies() == []


def test_what_is_settled_in_confidence_follows_its_category(world: World) -> None:
    solved(world)
    assert numbers_of(world.community).settled_disputes == 0
    category = world.categories["sewers"]
    category.private = True
    save_category(category, actor=None, now=timezone.now())
    assert numbers_of(world.community).settled_disputes == 1
    assert numbers_of(world.community).solved == 0
    assert wrong_tallies() == []


def test_a_clock_that_is_void_is_in_no_figure(world: World) -> None:
    issue = raised(world)
    receive(issue, actor=world.grid_worker, now=MONDAY + MINUTE)
    clocks = Deadline.objects.filter(issue=issue, kind="receive")
    assert numbers_of(world.community).in_time == 100
    clocks.update(met_at=None, breached_at=MONDAY)
    assert numbers_of(world.community).in_time == 0
    clocks.update(breached_at=None, void_at=MONDAY)
    assert numbers_of(world.community).in_time is None
    assert wrong_tallies() == []


def test_folding_changes_no_figure_and_leaves_one_row_of_each(world: World) -> None:
    for _number in range(3):
        solved(world)
    before = numbers_of(world.community), open_counts(world.community)
    fold_tallies()
    assert (numbers_of(world.community), open_counts(world.community)) == before
    rows = Tally.objects.filter(community=world.community)
    assert rows.count() == rows.values("figure", "part").distinct().count()
    published(world)
    fold_tallies()
    assert rows.get(figure=Figure.RAISED).amount == 4
    assert wrong_tallies() == []


def test_when_nothing_was_added_folding_asks_one_index(world: World) -> None:
    published(world)
    fold_tallies()
    with CaptureQueriesContext(connection) as asked:
        fold_tallies()
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("figure", "part"), [(Figure.RAISED, None), (Figure.OPEN, 10_000), (Figure.OPEN, None)]
)
def test_a_figure_that_is_lost_or_stands_elsewhere_is_found_and_counted_anew(
    world: World, capsys: pytest.CaptureFixture[str], figure: Figure, part: int | None
) -> None:
    published(world)
    solved(world)
    told = numbers_of(world.community), open_counts(world.community)
    call_command("check_chain")
    rows = Tally.objects.filter(figure=figure)
    if part is None:
        rows.delete()
    else:
        # The sum is right, and the grid is not.
        rows.update(part=part)
    with pytest.raises(CommandError, match="1 kept figures are wrong"):
        call_command("check_chain")
    assert f"ZJD: keeps no true figure: {figure}" in capsys.readouterr().err
    call_command("check_chain", "--mend-figures")
    assert (numbers_of(world.community), open_counts(world.community)) == told
    assert wrong_tallies() == []


@pytest.mark.parametrize("told", [numbers_of, open_counts])
def test_a_page_reads_one_statement_of_kept_figures(
    world: World, told: Callable[..., object]
) -> None:
    published(world)
    with CaptureQueriesContext(connection) as asked:
        told(world.community)
    assert len(asked) == 1
    assert "issues_issue" not in asked.captured_queries[0]["sql"]
