"""下次: the next sitting is booked, and one that still runs is closed by the same press."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from acting.actions.write_rows import insert_together
from council.acts.closed import refuse_closed
from council.acts.meetings import MEETING_ACTS, SITS_NO_MORE
from council.casework.closing import end_sitting
from council.casework.council import lock_councils_and_venue
from council.casework.new_draft import Draft, draft_sitting
from council.casework.place import in_its_place
from council.casework.table import opened_table
from council.enums.planning import MeetingAct
from council.enums.table import TableAct
from council.facts.viewer import Viewer
from council.inputs import Sent, SittingPlan
from council.models import AgendaItem, Meeting
from council.queries.meetings import facts_of_meeting, meeting_again
from council.queries.next_sitting import items_left, left_of
from council.queries.viewer import viewer_of
from council.refusals import WrongState
from grids.queries.standing import standing_of
from grids.standing import Standing


def plan_next(
    meeting: Meeting, *, actor: User, now: datetime, plan: SittingPlan, sent: Sent
) -> Meeting:
    """Both or neither: where the venue is taken, the sitting is still open.

    `sent` is the command that closes it. Raises what closing raises, and Refused.
    """
    with transaction.atomic():
        if not all(lock_councils_and_venue([meeting.council, *plan.councils], plan.venue)):
            raise WrongState(SITS_NO_MORE)
        if meeting.is_running:
            # Where another device has closed it meanwhile, it is planned as afterwards.
            with suppress(WrongState):
                return _closing(meeting, plan, actor, now, sent)
        return _afterwards(meeting, plan, actor, now)


def _closing(
    meeting: Meeting, plan: SittingPlan, actor: User, now: datetime, sent: Sent
) -> Meeting:
    """The next one is stored by the statement that writes the command which closes this one."""
    # At a table that runs it counts who runs it, whatever posts they hold.
    viewer = Viewer(standing=Standing(user_id=actor.pk))
    table = opened_table(meeting, TableAct.CLOSE, actor=actor, now=now, sent=sent)
    with in_its_place(plan), table as case:
        by = timezone.localdate(plan.starts_at)
        left = left_of(case.state.items, by=by)
        draft = _drafted(case.meeting, plan, left, actor=actor, viewer=viewer, now=now)
        draft.case.changes.hand_over(case.changes)
        case.beside += draft.rows
        end_sitting(case, following=draft.meeting)
    return draft.meeting


def _afterwards(meeting: Meeting, plan: SittingPlan, actor: User, now: datetime) -> Meeting:
    Meeting.objects.select_for_update().get(pk=meeting.pk)
    row = meeting_again(meeting.pk)
    if row.is_running:
        raise WrongState
    viewer = viewer_of(standing_of(actor, now=now), now=now)
    left = items_left(row, by=timezone.localdate(plan.starts_at))
    draft = _drafted(row, plan, left, actor=actor, viewer=viewer, now=now)
    with in_its_place(plan):
        insert_together(draft.rows)
    draft.case.changes.write_record()
    return draft.meeting


def _drafted(
    row: Meeting,
    plan: SittingPlan,
    left: Sequence[AgendaItem],
    *,
    actor: User,
    viewer: Viewer,
    now: datetime,
) -> Draft:
    refuse_closed(MEETING_ACTS[MeetingAct.NEXT], viewer, facts_of_meeting(row, now=now))
    return draft_sitting(
        row.council, plan, actor=actor, viewer=viewer, now=now, follows=row, left=left
    )
