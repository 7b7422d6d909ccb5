"""Sittings of the first grid's council, as the test that asks for them needs them."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from council.actions.agenda.put_on import put_on
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.convene import convene
from council.enums.meetings import MeetingState
from council.inputs import SittingPlan
from council.models import AgendaItem, Meeting
from tests.matrix.councils import a_council
from tests.matrix.stage import Stage

TITLES = {MeetingState.DRAFT: "还没召集的会", MeetingState.CALLED: "召集了的会"}


def a_sitting(stage: Stage, state: MeetingState) -> Meeting:
    """In a week and more, chaired by the grid's head, written down by its worker."""
    title = TITLES[state]
    found = Meeting.objects.filter(title=title).first()
    if found is not None:
        return found
    world, now = stage.world, timezone.now()
    plan = SittingPlan(
        title=title,
        starts_at=_at(now),
        ends_at=_at(now) + timedelta(hours=1),
        place="大槐树下",
        chair=world.grid_head,
        recorder=world.grid_worker,
    )
    meeting = convene(a_council(stage), actor=world.grid_head, now=now, plan=plan)
    put_on(meeting, actor=world.grid_head, now=now, title="楼道灯")
    if state == MeetingState.CALLED:
        call_meeting(meeting, actor=world.grid_head, now=now, reason="急")
    return meeting


def _at(now: datetime) -> datetime:
    return (now + timedelta(days=10)).replace(minute=0, second=0, microsecond=0)


def an_item(meeting: Meeting) -> AgendaItem:
    return AgendaItem.objects.filter(meeting=meeting).order_by("position")[0]
