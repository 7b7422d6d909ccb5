"""A matter that proposed itself shall not do so before a later day."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.actions.agenda.accept_proposal import proposed
from council.casework.planning import opened_meeting
from council.enums.planning import MeetingAct
from council.models import Meeting, ProposalPutOff

# Nothing is put off for good.
LONGEST = timedelta(days=186)


def put_off_proposal(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    matter: UUID,
    until: date,
    seen: int | None = None,
) -> None:
    """For the council, in whichever sitting it is looked at; that day included."""
    act = MeetingAct.PUT_OFF_PROPOSAL
    with opened_meeting(meeting, act, actor=actor, now=now, seen=seen) as case:
        today = timezone.localdate(now)
        check_later_day(until, today)
        issue = proposed(case.meeting, matter, now=now).issue
        ProposalPutOff.objects.update_or_create(
            council=case.council,
            issue=issue,
            defaults={"until": until, "by": actor, "at": now},
        )
        case.record("proposal_put_off", {"until": until.isoformat()})


def check_later_day(until: date, today: date) -> None:
    """Raises Refused."""
    if until <= today:
        raise Refused(_("Put it off to a day that is still to come."), field="until")
    if until > today + LONGEST:
        raise Refused(_("Put it off by half a year at most."), field="until")
