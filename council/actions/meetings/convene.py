"""召集: a sitting is planned; until it is called it is its makers' own."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from accounts.models import User
from council.casework.bookings import lock_venues
from council.casework.council import lock_councils
from council.casework.new_meeting import case_of
from council.casework.place import take_place
from council.casework.plan import write_councils, write_plan
from council.casework.roll import write_roll
from council.enums.meetings import MeetingState
from council.inputs import SittingPlan
from council.models import Council, Meeting
from council.queries.councils import facts_of_council
from council.queries.viewer import viewer_of
from council.refusals import NotYours
from council.rules.meetings import convenes
from grids.queries.standing import standing_of


def convene(council: Council, *, actor: User, now: datetime, plan: SittingPlan) -> Meeting:
    """A joint sitting is convened by whoever convenes each of its councils."""
    with transaction.atomic():
        locked = {one.pk: one for one in lock_councils([council, *plan.councils])}
        council = locked[council.pk]
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        for one in locked.values():
            if not one.active or not convenes(viewer, facts_of_council(one)):
                raise NotYours
        lock_venues([None if plan.venue is None else plan.venue.pk])
        meeting = Meeting(
            council=council, state=MeetingState.DRAFT, convened_by=actor, convener=council.body
        )
        write_plan(meeting, plan, now=now)
        take_place(meeting, by=actor, now=now)
        meeting.save()
        write_councils(meeting, plan)
        write_roll(meeting, now=now)
        case = case_of(meeting, actor, viewer, now)
        case.record("sitting_convened", {"kind": meeting.kind})
        case.changes.write_record()
    return meeting
