"""A matter that proposed itself is taken onto the agenda, for the reason it has."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.agenda import put_matter_on
from council.casework.planning import opened_meeting
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
    """Where it is on the agenda already, that item."""
    act = MeetingAct.ACCEPT_PROPOSAL
    with opened_meeting(meeting, act, actor=actor, now=now, seen=seen) as case:
        row = case.meeting
        known = AgendaItem.objects.filter(meeting=row, issue__uid=matter).exclude(state="dropped")
        if (there := known.first()) is not None:
            return there
        proposal = proposed(row, matter, now=now)
        why = proposal.reasons[0].why
        return put_matter_on(case, proposal.issue, why=why, minutes=minutes)


def proposed(meeting: Meeting, matter: UUID, *, now: datetime) -> Proposal:
    """Raises Refused for one that does not propose itself, or not any more."""
    found = proposals_for(meeting, today=timezone.localdate(now), now=now)
    proposal = next((one for one in found if one.issue.uid == matter), None)
    if proposal is None:
        raise Refused(_("This matter does not propose itself any more. Put it on by its number."))
    return proposal
