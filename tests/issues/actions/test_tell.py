"""Who is told of what, and when a text message wakes them."""

from __future__ import annotations

from datetime import datetime

import pytest

from issues.actions.call_back import call_back
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.enums.activity import Resolved
from issues.inputs import NewMatter
from issues.models import Issue
from notifications.enums import Channel
from notifications.models import Delivery, Notice
from tests.issues.actions.sweeping import at, told
from tests.issues.staging import settled
from tests.world import World

NIGHT, MORNING = at(16, 23), at(17, 8)


def test_who_acts_is_not_told_of_it_and_whoever_sits_beside_them_is(world: World) -> None:
    issue = settled(world)
    call_back(issue, actor=world.grid_head, now=at(18, 10), resolved=Resolved.SOLVED)
    assert (told(world.grid_head, "word"), told(world.grid_worker, "word")) == (0, 1)


def test_a_worker_who_takes_in_their_own_matter_is_not_told_that_they_did(world: World) -> None:
    mine = NewMatter(text="灯坏了", building=world.building)
    who = world.grid_worker
    issue = raise_issue(mine, actor=who, reporter=who, now=at(16))
    receive(issue, actor=who, now=at(16, 10))
    assert not Notice.objects.filter(recipient=who).exists()
    assert told(world.grid_head, "came") == 1
    issue = raise_issue(mine, actor=who, reporter=who, now=at(16))
    receive(issue, actor=world.grid_head, now=at(16, 10))
    assert told(who, "received") == 1


def at_night(world: World, *, danger: bool) -> Issue:
    matter = NewMatter(text="漏水了", building=world.building, danger=danger)
    return raise_issue(matter, actor=world.resident, reporter=world.resident, now=NIGHT)


def texted(person: str, world: World, kind: str) -> list[datetime]:
    """When text messages of this kind may go to the person."""
    sent = Delivery.objects.filter(
        channel=Channel.SMS,
        notice__recipient=getattr(world, person),
        notice__kind=f"issue.{kind}",
    )
    return list(sent.values_list("next_try_at", flat=True))


@pytest.mark.parametrize("person", ["staff", "lead", "dispatcher"])
def test_danger_at_night_wakes_the_community_and_the_street(world: World, person: str) -> None:
    at_night(world, danger=True)
    assert texted(person, world, "urgent") == [NIGHT]


@pytest.mark.parametrize(("danger", "moment"), [(True, NIGHT), (False, MORNING)])
def test_the_answer_to_danger_wakes_the_resident_and_any_other_waits_for_the_morning(
    world: World, danger: bool, moment: datetime
) -> None:
    issue = at_night(world, danger=danger)
    receive(issue, actor=world.grid_worker, now=NIGHT)
    assert texted("resident", world, "received") == [moment]
