"""By the press that closes a sitting and books the next, councils are locked before the venue."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.db import models
from django.utils import translation

from council.models import Council, Meeting
from council.queries.meetings import councils_of
from council.refusals import WrongState
from grids.models import Venue
from tests.council.actions.meetings.test_plan_next import books_next
from tests.council.table.test_statements_of_matters import by_name, of_two_councils
from tests.council.test_asked_after_the_wait import after_the_wait
from tests.harness.world import LiveWorld
from tests.world import World, build_world

COUNCILS, VENUES = Council.objects.all(), Venue.objects.all()


def a_sitting(world: World) -> tuple[Meeting, partial[Any]]:
    """Of two councils, and the press that books its next one at a venue."""
    with translation.override("en"):
        meeting = of_two_councils(world)
        by_name(meeting)
    joined = tuple(councils_of(meeting)[1:])
    return meeting, partial(books_next, world, meeting, councils=joined)


def free(rows: models.QuerySet[Any]) -> set[int]:
    """Keys of the rows that nobody else holds."""
    return set(rows.select_for_update(skip_locked=True).values_list("pk", flat=True))


def test_whoever_waits_for_a_council_holds_the_one_before_it_and_no_venue(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    meeting, books = a_sitting(world)
    first, second = councils_of(meeting)
    seen: list[set[int]] = []
    asks = lambda: seen.extend([free(COUNCILS), free(VENUES)])  # noqa: E731
    assert after_the_wait(second, asks, books) is None
    assert first.pk < second.pk
    assert seen[0] == {second.pk}
    assert world.venue.pk in seen[1]
    assert Meeting.objects.get(follows=meeting).venue == world.venue


def test_whoever_waits_for_the_venue_holds_all_councils(world_database: LiveWorld) -> None:
    world = build_world()
    meeting, books = a_sitting(world)
    seen: list[set[int]] = []
    assert after_the_wait(world.venue, lambda: seen.append(free(COUNCILS)), books) is None
    assert seen == [set()]
    assert Meeting.objects.filter(follows=meeting).count() == 1


def test_a_council_that_ended_while_they_waited_sits_no_more(world_database: LiveWorld) -> None:
    world = build_world()
    meeting, books = a_sitting(world)
    second = councils_of(meeting)[1]
    ends = lambda: Council.objects.filter(pk=second.pk).update(active=False)  # noqa: E731
    assert isinstance(after_the_wait(second, ends, books), WrongState)
    assert not Meeting.objects.filter(follows=meeting).exists()
