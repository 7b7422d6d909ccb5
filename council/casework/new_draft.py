"""A sitting that is planned: its row with its place, its councils, its roll and its agenda."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import models

from accounts.models import User
from council.casework.agenda import taken_over
from council.casework.new_meeting import case_of
from council.casework.place import new_place
from council.casework.plan import further_councils, write_plan
from council.casework.planning import MeetingCase
from council.casework.roll import member_lines
from council.enums.meetings import MeetingState
from council.facts.viewer import Viewer
from council.inputs import SittingPlan
from council.models import AgendaItem, Council, Meeting, MeetingCouncil


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`rows` are not stored yet; they refer to each other."""

    case: MeetingCase
    rows: Sequence[models.Model]

    @property
    def meeting(self) -> Meeting:
        return self.case.meeting


def draft_sitting(
    council: Council,
    plan: SittingPlan,
    *,
    actor: User,
    viewer: Viewer,
    now: datetime,
    follows: Meeting | None = None,
    left: Sequence[AgendaItem] = (),
) -> Draft:
    """With what another sitting has `left` on its agenda.

    The caller has locked the venue, stores the rows `in_its_place`, all in one statement, and
    writes what the case records. Raises Refused.
    """
    meeting = Meeting(
        council=council,
        state=MeetingState.DRAFT,
        convened_by=actor,
        convener=council.body,
        follows=follows,
    )
    matters = [item.issue_id for item in left if item.issue_id is not None]
    asked = write_plan(meeting, plan, now=now, matters=matters)
    booked = new_place(meeting, by=actor, now=now, is_taken=asked.venue_is_taken)
    others = further_councils(plan, council)
    joined = [MeetingCouncil(meeting=meeting, council=other) for other in others]
    # As where it is read with them.
    vars(meeting)["joined_paths"] = [other.body.path for other in others]
    case = case_of(meeting, actor, viewer, now)
    case.record("sitting_convened", {"kind": meeting.kind})
    items = taken_over(case, left, held=asked.held)
    return Draft(
        case=case,
        rows=[*booked, meeting, *joined, *member_lines(meeting, asked.members), *items],
    )
