"""The kept number of those whom it happened to as well is what a count of them gives."""

from __future__ import annotations

import pytest
from django.db.models import Count

from desks.actions.erase_person import erase_person
from issues.actions.follow import follow
from issues.actions.merge import merge
from issues.actions.support import support
from issues.actions.withdraw import withdraw
from issues.models import Issue
from issues.queries.chain_soundness import broken_chains
from tests.issues.staging import MINUTE, MONDAY, busy, published
from tests.world import World, person

pytestmark = pytest.mark.django_db
LATER = MONDAY + 60 * MINUTE


def counts() -> list[int]:
    """What is kept, by the order of raising; each is what a count gives."""
    rows = Issue.objects.order_by("pk").annotate(n=Count("supports"))
    both = list(rows.values_list("supporters", "n"))
    kept = [number for number, _ in both]
    assert kept == [number for _, number in both]
    assert not [one for one in broken_chains() if "to us too" in one.why]
    return kept


def test_each_neighbour_counts_once(world: World) -> None:
    issue = published(world)
    assert counts() == [0]
    for one in (world.neighbour, world.stranger, world.neighbour):
        support(issue, actor=one, now=LATER)
    assert counts() == [2]


def test_whoever_only_follows_is_not_counted(world: World) -> None:
    follow(published(world), actor=world.neighbour, now=LATER)
    assert counts() == [0]


def test_merging_counts_those_who_are_new_to_it_and_splitting_off_takes_none_away(
    world: World,
) -> None:
    into, issue = published(world), published(world)
    Issue.objects.filter(pk=issue.pk).update(reporter=person("大妈"))
    for one in (into, issue):
        support(one, actor=world.neighbour, now=LATER)
    support(issue, actor=world.stranger, now=LATER)
    merge(issue, into=into, actor=world.grid_worker, now=LATER)
    # The stranger and the one who raised it.
    assert counts() == [3, 2]
    withdraw(into, actor=world.resident, now=LATER + MINUTE)
    assert counts() == [3, 2]


def test_whoever_is_erased_counts_no_more(world: World) -> None:
    issue = busy(world, neighbours=3)
    other = published(world)
    for one in (issue, other):
        support(one, actor=world.stranger, now=LATER)
    erase_person(world.stranger, actor=world.stranger, now=LATER)
    assert counts() == [3, 0]
    erase_person(world.stranger, actor=world.stranger, now=LATER)
    assert counts() == [3, 0]


def test_a_counter_that_is_wrong_is_found(world: World) -> None:
    issue = published(world)
    Issue.objects.filter(pk=issue.pk).update(supporters=4)
    assert [one.reference for one in broken_chains()] == [issue.reference]
