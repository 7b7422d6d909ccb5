"""下次: the next sitting is booked, and one that still runs is closed by the same press."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from council.acts.closed import refuse_closed
from council.acts.meetings import MEETING_ACTS
from council.casework.bookings import lock_venues
from council.casework.closing import end_sitting
from council.casework.council import lock_councils
from council.casework.next_sitting import draft_next
from council.casework.table import opened_table
from council.enums.planning import MeetingAct
from council.enums.table import TableAct
from council.inputs import Sent, SittingPlan
from council.models import Meeting
from council.queries.meetings import meetings, planning_facts
from council.queries.viewer import viewer_of
from council.refusals import WrongState
from grids.queries.standing import standing_of


def plan_next(
    meeting: Meeting, *, actor: User, now: datetime, plan: SittingPlan, sent: Sent
) -> Meeting:
    """Both or neither: where the venue is taken, the sitting is still open.

    `sent` is the command that closes it. Raises what closing raises, and Refused.
    """
    with transaction.atomic():
        councils = lock_councils([meeting.council, *plan.councils])
        if not all(council.active for council in councils):
            raise WrongState(_("A council that sat together is no more, so it sits no more."))
        lock_venues([None if plan.venue is None else plan.venue.pk])
        Meeting.objects.select_for_update().get(pk=meeting.pk)
        row = meetings().get(pk=meeting.pk)
        viewer = viewer_of(standing_of(actor, now=now), now=now)
        refuse_closed(MEETING_ACTS[MeetingAct.NEXT], viewer, planning_facts(row, viewer, now=now))
        if not row.is_running:
            return draft_next(row, plan, actor=actor, viewer=viewer, now=now)
        with opened_table(row, TableAct.CLOSE, actor=actor, now=now, sent=sent) as case:
            by: dict[str, Any] = {"actor": actor, "viewer": viewer, "now": now}
            following = draft_next(case.meeting, plan, **by, into=case.changes)
            end_sitting(case)
        return following
