"""Merging: what each of the two records says, and who is counted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from grids.standing import VISITOR
from issues.actions.merge import merge
from issues.actions.support import support
from issues.actions.withdraw import withdraw
from issues.enums.stages import Stage
from issues.models import Issue, Support
from issues.presentation.reader import PUBLIC
from issues.presentation.timeline import timeline_of
from issues.queries.page import page_of
from issues.refusals import NotYours
from ledger.models import Entry
from ledger.queries.timeline import timeline
from tests.issues.actions.doing import entry, refused
from tests.issues.actions.sweeping import fresh, running, told
from tests.issues.staging import MINUTE, MONDAY, published, raised
from tests.world import World

LATER = MONDAY + timedelta(hours=1)


def told_in_public(issue: Issue) -> list[str]:
    now = timezone.now()
    page = page_of(issue.reference, VISITOR, now=now)
    lines = timeline_of(page.issue, page.entries, page.turns, page.people, PUBLIC, now)
    return [str(line["text"]) for line in lines]


def test_the_record_of_the_other_counts_the_neighbours_who_are_new_to_it(
    world: World,
) -> None:
    old, new = published(world), published(world)
    support(new, actor=world.neighbour, now=MONDAY + 5 * MINUTE)
    support(new, actor=world.stranger, now=MONDAY + 5 * MINUTE)
    support(old, actor=world.neighbour, now=MONDAY + 5 * MINUTE)

    merge(new, into=old, actor=world.grid_worker, now=LATER)

    entry = timeline(old.stream)[-1]
    assert (entry.kind, entry.version) == ("issue.merged_here", 1)
    # The neighbour was counted there already, and the reporter is the same.
    assert entry.parameters == {"people": 1}
    assert Support.objects.filter(issue=old).count() == 2


def test_a_private_matter_is_told_without_its_number(world: World) -> None:
    old, private = published(world), raised(world)
    Issue.objects.filter(pk=old.pk).update(reporter=world.neighbour)

    merge(private, into=old, actor=world.grid_worker, now=LATER)

    assert timeline(old.stream)[-1].parameters == {"people": 1}
    assert not any(private.reference in line for line in told_in_public(old))
    body = Entry.objects.get(kind="issue.merged_here").body
    assert private.reference.encode() not in bytes(body)


def test_a_page_of_the_other_drawn_before_is_still_good(world: World) -> None:
    old, new = published(world), published(world)
    merge(new, into=old, actor=world.grid_worker, now=LATER)
    assert Issue.objects.get(pk=old.pk).version == old.version


def test_it_ends_here_and_whoever_spoke_is_told_and_counted_there(world: World) -> None:
    old, new = published(world), published(world)
    Issue.objects.filter(pk=old.pk).update(reporter=world.stranger)
    support(new, actor=world.neighbour, now=LATER)
    merge(new, into=old, actor=world.grid_worker, now=LATER)
    new = fresh(new)
    assert (new.stage, new.merged_into, new.ended_at) == (Stage.MERGED, old, LATER)
    assert running(new) == set()
    assert entry(new, "merged").parameters == {"people": 2}
    spoke = Support.objects.filter(issue=old).values_list("user", flat=True)
    assert set(spoke) == {world.neighbour.pk, world.resident.pk}
    assert (told(world.neighbour, "merged"), told(world.resident, "merged")) == (1, 1)
    assert running(fresh(old)) == {"respond", "resolve"}


def test_only_into_an_open_public_matter_of_the_same_community(world: World) -> None:
    issue, private = published(world), raised(world)
    far = raised(world, building=world.far_building)
    ended = withdraw(published(world), actor=world.resident, now=LATER)
    elsewhere = "Choose another matter of the same community."
    closed = "Choose a matter that is open and public."
    for into, sentence in [
        (issue, elsewhere), (far, elsewhere), (private, closed), (ended, closed),
    ]:  # fmt: skip
        with refused(sentence, field="into"):
            merge(issue, into=into, actor=world.grid_worker, now=LATER)


def test_a_dispute_is_not_merged_and_nobody_merges_what_others_hold(world: World) -> None:
    old, issue = published(world), published(world)
    dispute = raised(world, category=world.categories["noise"])
    with refused("A dispute between neighbours is not merged into a public matter."):
        merge(dispute, into=old, actor=world.grid_worker, now=LATER)
    for person in (world.staff, world.resident, world.other_grid_worker):
        with pytest.raises(NotYours):
            merge(issue, into=old, actor=person, now=LATER)
