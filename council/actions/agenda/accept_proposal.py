"""A matter that proposed itself is taken onto the agenda, for the reason it has."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.agenda import on_agenda, put_matter_on
from council.casework.planning import opened_meeting
from council.enums.agenda import ItemReason
from council.enums.planning import MeetingAct
from council.models import AgendaItem, Meeting
from council.queries.agenda import proposals_for
from council.queries.proposals import Proposal

MINUTES = 15


def accept_proposal(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    matter: UUID,
    seen: int | None = None,
    minutes: int = MINUTES,
) -> AgendaItem:
    """Where it is on the agenda already, that item; one that was put off comes back."""
    act = MeetingAct.ACCEPT_PROPOSAL
    with opened_meeting(meeting, act, actor=actor, now=now, seen=seen) as case:
        there = on_agenda(case.meeting).filter(issue__uid=matter).select_related("issue").first()
        if there is not None and there.issue is not None:
            return put_matter_on(case, there.issue, why=ItemReason(there.why), minutes=minutes)
        proposal = proposed(case.meeting, matter, now=now)
        why = proposal.reasons[0].why
        return put_matter_on(case, proposal.issue, why=why, minutes=minutes)


def proposed(meeting: Meeting, matter: UUID, *, now: datetime) -> Proposal:
    """Raises Refused for one that does not propose itself, or not any more."""
    found = proposals_for(meeting, today=timezone.localdate(now), now=now)
    proposal = next((one for one in found if one.issue.uid == matter), None)
    if proposal is None:
        raise Refused(_("This matter does not propose itself any more. Put it on by its number."))
    return proposal
