"""An item whose matter ends, is delivered or goes private while it is on: the sitting goes on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from acting.refusals import Refused
from council.actions.agenda.postpone import postpone
from council.enums.agenda import ItemState
from council.enums.meetings import MeetingState
from council.models import AgendaItem, Meeting, Resolution
from council.queries.marks import mark_of, marks_of
from issues.enums.matter import Visibility
from issues.enums.stages import Stage
from issues.models import Issue
from tests.council.sittings import BEGINS, a_called_sitting, at_the_table, fresh, items_of
from tests.council.table.doing import announced, do, moved, state
from tests.harness.signing_in import signed_in
from tests.issues.sitting import hard
from tests.world import World

# What becomes of the matter meanwhile, and what is said of it.
MEANWHILE: dict[str, tuple[dict[str, Any], str]] = {
    "withdrawn": ({"stage": Stage.WITHDRAWN, "ended_at": BEGINS}, "has ended meanwhile"),
    "delivered": ({"stage": Stage.CONFIRM}, "The resident is asked"),
    "private": ({"visibility": Visibility.PRIVATE}, "not public any more"),
}


@pytest.fixture
def meeting(world: World) -> Meeting:
    return at_the_table(world, a_called_sitting(world, items=[hard(world).reference, "快递柜"]))


def meanwhile(what: str) -> str:
    values, said = MEANWHILE[what]
    Issue.objects.update(**values)
    return said


@pytest.mark.parametrize("what", MEANWHILE)
def test_what_was_adopted_is_written_down_no_more_and_holds_up_nothing(
    world: World, meeting: Meeting, what: str
) -> None:
    announced(meeting, moved(meeting), 5)
    item, said = items_of(meeting)[0].uid, meanwhile(what)
    page = signed_in(world.grid_head).get(f"/sittings/{meeting.uid}/table/").content.decode()
    assert 'value="adopt"' not in page
    with pytest.raises(Refused, match=said):
        do(meeting, "adopt", uid=uuid4(), item=item, effect="deliver")
    do(meeting, "end_item")
    do(meeting, "start_item")
    do(meeting, "end_item")
    do(meeting, "close")
    assert fresh(meeting).state == MeetingState.CLOSED
    assert not Resolution.objects.exists()


@pytest.mark.parametrize("what", MEANWHILE)
def test_nothing_more_is_moved_or_seen_on_it_and_it_can_be_put_off(
    meeting: Meeting, what: str
) -> None:
    said = meanwhile(what)
    with pytest.raises(Refused, match=said):
        moved(meeting)
    with pytest.raises(Refused, match=said):
        do(meeting, "find", item=items_of(meeting)[0].uid, text="淤了半米")
    do(meeting, "postpone_item", until=date(2026, 12, 20))
    assert items_of(meeting)[0].state == ItemState.POSTPONED


def test_of_what_was_decided_before_it_ended_nobody_is_asked(meeting: Meeting) -> None:
    item = items_of(meeting)[0].uid
    do(meeting, "adopt", uid=uuid4(), item=item, effect="deliver", text="清淤")
    said = meanwhile("withdrawn")
    with pytest.raises(Refused, match=said):
        do(
            meeting, "ask_pledge", uid=uuid4(), item=item, outside_name="铁路工务段", text="清淤",
            due_on=date(2026, 12, 20),
        )  # fmt: skip


def test_a_screen_hears_that_its_matter_has_ended(meeting: Meeting) -> None:
    def both() -> list[object]:
        of_state = mark_of(state(meeting).meeting, state(meeting).items)
        return [of_state, marks_of([meeting.uid])[meeting.uid]]

    before, same = both()
    meanwhile("delivered")
    after, same_after = both()
    assert (before, after) == (same, same_after)
    assert before != after


@pytest.mark.parametrize("what", MEANWHILE)
def test_before_the_sitting_it_is_put_off_or_taken_off(world: World, what: str) -> None:
    called = a_called_sitting(world, items=[hard(world).reference, "快递柜"])
    meanwhile(what)
    item = AgendaItem.objects.get(meeting=called, position=1)
    until = timezone.localdate(BEGINS) + timedelta(days=30)
    postpone(
        called, actor=world.grid_head, now=BEGINS - timedelta(days=1), item=item.uid, until=until
    )
    item.refresh_from_db()
    assert (item.state, item.postponed_to) == (ItemState.POSTPONED, until)
