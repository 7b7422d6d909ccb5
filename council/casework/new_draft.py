"""A sitting that is planned: its row with its place, its councils and its roll."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.new_meeting import case_of
from council.casework.place import take_place
from council.casework.plan import write_councils, write_plan
from council.casework.planning import MeetingCase
from council.casework.roll import write_roll
from council.enums.meetings import MeetingState
from council.facts.viewer import Viewer
from council.inputs import SittingPlan
from council.models import Council, Meeting


def draft_sitting(
    council: Council,
    plan: SittingPlan,
    *,
    actor: User,
    viewer: Viewer,
    now: datetime,
    follows: Meeting | None = None,
) -> MeetingCase:
    """Stored; the caller has locked the venue, and writes what the case records. Raises Refused."""
    meeting = Meeting(
        council=council,
        state=MeetingState.DRAFT,
        convened_by=actor,
        convener=council.body,
        follows=follows,
    )
    write_plan(meeting, plan, now=now)
    take_place(meeting, by=actor, now=now)
    meeting.save()
    write_councils(meeting, plan)
    write_roll(meeting, now=now)
    case = case_of(meeting, actor, viewer, now)
    case.record("sitting_convened", {"kind": meeting.kind})
    return case
