"""Merging: what each of the two records says, and who is counted."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from grids.queries.standing import VISITOR
from issues.actions.merge import merge
from issues.actions.support import support
from issues.models import Issue, Support
from issues.presentation.reader import PUBLIC
from issues.presentation.timeline import timeline_of
from issues.queries.page import page_of
from ledger.models import Entry
from ledger.queries.timeline import timeline
from tests.issues.staging import MINUTE, MONDAY, published, raised
from tests.world import World

LATER = MONDAY + timedelta(hours=1)


def told_in_public(issue: Issue) -> list[str]:
    now = timezone.now()
    page = page_of(issue.reference, VISITOR, now=now)
    lines = timeline_of(page.issue, page.entries, page.turns, page.people, PUBLIC, now)
    return [str(line["text"]) for line in lines]


def test_a_public_matter_is_named_in_the_record_of_the_other_with_its_neighbours(
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
    assert entry.parameters == {"people": 1, "from": new.reference}
    assert any(new.reference in line for line in told_in_public(old))
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
