"""Notices whose matter is hidden, or whose act is done, are new to nobody any more."""

from __future__ import annotations

from datetime import date

import pytest

from grids.models import Posting
from issues.actions.assign import assign
from issues.actions.hide import hide
from issues.actions.receive import receive
from issues.actions.support import support
from issues.models import Issue
from issues.queries.desk import clocks_of, with_clock
from notifications.models import Notice
from tests.issues.actions.doing import NOW, at_grid, at_housing
from tests.issues.actions.sweeping import at
from tests.issues.actions.test_notices_read import unread
from tests.issues.staging import raised
from tests.world import World

pytestmark = pytest.mark.django_db


def test_what_a_neighbour_was_told_of_a_hidden_matter_is_read_and_leads_nowhere(
    world: World,
) -> None:
    issue = at_grid(world)
    support(issue, actor=world.neighbour, now=NOW)
    old = Notice.objects.create(
        recipient=world.neighbour, kind="issue.closed_there", subject=issue.uid,
        parameters={"reference": issue.reference}, link=f"/issues/{issue.reference}/",
        dedupe_key="old", created_at=NOW,
    )  # fmt: skip
    hide(issue, actor=world.grid_worker, now=at(16, 11), reason="写了门牌")
    old.refresh_from_db()
    assert old.read_at is not None
    told = Notice.objects.get(recipient=world.neighbour, kind="issue.hidden_there")
    assert (told.link, told.read_at) == ("", None)


def test_an_alarm_is_over_once_the_matter_is_taken_in(world: World) -> None:
    issue = raised(world, danger=True)
    assert unread(world.staff, "urgent") == 1
    receive(issue, actor=world.grid_worker, now=at(16, 9, 5))
    assert unread(world.staff, "urgent") == 0


def test_what_falls_to_a_colleague_falls_to_nobody_else_any_more(world: World) -> None:
    issue = at_housing(world)
    assign(issue, actor=world.clerk, now=NOW, to=world.signer)
    assert unread(world.signer, "assigned") == 1
    assign(issue, actor=world.signer, now=at(16, 11), to=world.clerk)
    assert (unread(world.signer, "assigned"), unread(world.clerk, "assigned")) == (0, 1)


def test_a_desk_names_nobody_whose_posting_there_has_ended(world: World) -> None:
    issue = at_housing(world)
    assign(issue, actor=world.clerk, now=NOW, to=world.signer)

    def named() -> object:
        rows = with_clock(Issue.objects.filter(pk=issue.pk), clocks_of(world.housing))
        return rows.get().lead_turn["sees_to_it"]  # type: ignore[attr-defined]

    assert named() == world.signer.name
    Posting.objects.filter(user=world.signer).update(
        starts_on=date(2020, 1, 1), ends_on=date(2020, 1, 2)
    )
    assert named() == ""
