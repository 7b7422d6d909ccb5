"""A sitting is planned anew; one that is called tells everybody again when it moves."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from acting.refusals import Refused
from council.acts.meetings import MEETING_ACTS
from council.casework.agenda import waiting_items
from council.casework.matters import came_on_agenda
from council.casework.notice_period import check_notice
from council.casework.place import take_place
from council.casework.plan import further_councils, write_councils, write_plan
from council.casework.planning import MeetingCase, opened_meeting
from council.casework.reminder import set_reminder
from council.casework.roll import write_roll
from council.enums.meetings import MeetingState, ToldOf
from council.enums.planning import MeetingAct
from council.inputs import SittingPlan
from council.models import Council, Meeting
from council.queries.councils import facts_of_council
from council.queries.meetings import councils_of
from council.refusals import NotYours
from council.rules.meetings import convenes

NOT_MOVED = _(
    "It is called already: whoever convenes it moves it to another time or place. Leave both as"
    " they were, and the rest is changed."
)


def change(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    plan: SittingPlan,
    seen: int | None = None,
    reason: str = "",
) -> Meeting:
    """`reason`: why one that moves to an earlier time can't wait as long as its agenda asks.

    Whoever only chairs or writes it down changes neither time nor place of a called one.
    """
    given = {"actor": actor, "now": now, "seen": seen, "venue": plan.venue}
    with opened_meeting(meeting, MeetingAct.CHANGE, **given) as case:  # type: ignore[arg-type]
        row = case.meeting
        _check_councils(case, further_councils(plan, row.council))
        was = (row.starts_at, row.ends_at, row.venue_id, row.place)
        write_plan(row, plan, now=now)
        row.save()
        write_councils(row, plan)
        moved = was != (row.starts_at, row.ends_at, row.venue_id, row.place)
        if moved:
            take_place(row, by=actor, now=now)
        write_roll(row, now=now)
        if row.state == MeetingState.CALLED:
            _tell(case, moved=moved, sooner=row.starts_at < was[0], reason=reason)
        elif not moved:
            case.record("sitting_changed")
        return row


def _check_councils(case: MeetingCase, others: list[Council]) -> None:
    """One that is new to it is asked of whoever convenes that one."""
    known = {council.pk for council in councils_of(case.meeting)}
    for one in others:
        if one.pk not in known and not convenes(case.viewer, facts_of_council(one)):
            raise NotYours


def _tell(case: MeetingCase, *, moved: bool, sooner: bool, reason: str) -> None:
    row = case.meeting
    if not moved:
        case.record("sitting_changed")
        case.tell_the_new()
        return
    if not MEETING_ACTS[MeetingAct.CALL].who(case.viewer, case.facts):
        raise Refused(NOT_MOVED, field="starts_at")
    if sooner:
        check_notice(case, row.starts_at, reason=reason)
    row.calls += 1
    set_reminder(row, now=case.now)
    case.record("sitting_moved", {"at": row.starts_at.isoformat()})
    case.tell_everybody(ToldOf.MOVED)
    came_on_agenda(case, waiting_items(row))
