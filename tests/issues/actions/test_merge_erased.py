"""What was merged and whose reporter is forgotten: it holds up nobody and tells nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from accounts.models import User
from desks.actions.erase_person import erase_person
from issues.actions.merge import merge
from issues.actions.respond import respond
from issues.actions.support import support
from issues.actions.withdraw import withdraw
from issues.enums.matter import Visibility
from issues.enums.stages import Stage
from issues.models import Issue, Support
from ledger.queries.timeline import timeline
from notifications.models import Notice
from tests.harness.signing_in import signed_in
from tests.issues.actions.sweeping import fresh, told
from tests.issues.staging import MINUTE, MONDAY, published, raised
from tests.world import World

LATER = MONDAY + timedelta(hours=1)


def of_the_neighbour(issue: Issue, world: World) -> Issue:
    Issue.objects.filter(pk=issue.pk).update(reporter=world.neighbour)
    return fresh(issue)


@pytest.fixture
def into(world: World) -> Issue:
    return published(world)


def merged(world: World, own: Issue, into: Issue) -> Issue:
    merge(own, into=into, actor=world.grid_worker, now=LATER)
    return fresh(into)


def forget(person: User) -> None:
    erase_person(person, actor=person, now=LATER + MINUTE)


def test_where_nothing_is_left_of_it_no_empty_matter_goes_on(world: World, into: Issue) -> None:
    own = of_the_neighbour(raised(world), world)
    into = merged(world, own, into)
    forget(world.neighbour)
    withdraw(into, actor=world.resident, now=LATER + 2 * MINUTE)
    own = fresh(own)
    assert (own.stage, own.merged_into, own.is_open) == (Stage.MERGED, into, False)
    assert not own.assignments.current().exists()


def test_nor_where_whoever_raised_the_other_is_forgotten_after(world: World, into: Issue) -> None:
    own = of_the_neighbour(raised(world), world)
    into = merged(world, own, into)
    forget(world.neighbour)
    forget(world.resident)
    assert fresh(own).stage == Stage.MERGED
    assert fresh(into).is_open


def test_whoever_raised_both_leaves_one_matter(world: World, into: Issue) -> None:
    own = published(world)
    into = merged(world, own, into)
    forget(world.resident)
    assert (fresh(own).stage, fresh(own).merged_into) == (Stage.MERGED, into)
    assert fresh(into).is_open


def test_what_everybody_could_read_goes_on_for_those_to_whom_the_same_happened(
    world: World, into: Issue
) -> None:
    own = of_the_neighbour(published(world), world)
    support(own, actor=world.stranger, now=MONDAY + 5 * MINUTE)
    into = merged(world, fresh(own), into)
    forget(world.neighbour)
    withdraw(into, actor=world.resident, now=LATER + 2 * MINUTE)
    own = fresh(own)
    assert (own.is_open, own.merged_into) == (True, None)
    assert own.visibility == Visibility.PUBLIC
    assert told(world.stranger, "split_off") == 1
    assert told(world.stranger, "withdrawn_there") == 0


def test_who_is_forgotten_is_told_nothing_and_counted_no_more(world: World, into: Issue) -> None:
    own = of_the_neighbour(raised(world), world)
    into = merged(world, own, into)
    assert into.supporters == 1
    forget(world.neighbour)
    before = Notice.objects.count()
    into = fresh(into)
    assert (into.supporters, Support.objects.filter(issue=into).count()) == (0, 0)
    respond(into, actor=world.grid_worker, now=LATER + 2 * MINUTE, text="明天来看")
    assert Notice.objects.count() > before
    assert not Notice.objects.filter(recipient=world.neighbour).exists()


def test_no_page_and_no_record_says_whose_it_was(world: World, into: Issue) -> None:
    own = of_the_neighbour(raised(world, text="隔壁高秀英家的污水漫过来"), world)
    name = world.neighbour.name
    into = merged(world, own, into)
    forget(world.neighbour)
    pages = [
        (signed_in(person) if person else Client()).get(f"/issues/{issue.reference}/")
        for person in (None, world.resident, world.grid_worker, world.staff)
        for issue in (into, fresh(own))
    ]
    assert {page.status_code for page in pages} <= {200, 302, 403, 404}
    for page in pages:
        assert "高秀英" not in page.content.decode()
        assert name not in page.content.decode()
    said = [*timeline(into.stream, into.inside_stream), *timeline(own.stream, own.inside_stream)]
    assert name not in "".join(f"{one.parameters} {one.texts}" for one in said)
