"""审定: the community's party committee has confirmed it, on the day that is written down."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.candidacy import opened_candidacy
from council.enums.members import CandidacyAct, CandidacyState
from council.facts.candidacies import CandidacyFacts
from council.models import Candidacy


def confirm(
    candidacy: Candidacy, *, actor: User, now: datetime, met_on: date, seen: int | None = None
) -> Candidacy:
    """After the posting, with every objection answered; the committee met after it too."""
    with opened_candidacy(candidacy, CandidacyAct.CONFIRM, actor=actor, now=now, seen=seen) as case:
        row = case.candidacy
        refuse_too_early(case.facts)
        if not _posting_ended_on(row) <= met_on <= timezone.localdate(now):
            raise Refused(
                _("The committee meets after the posting has ended, and not later than today."),
                field="met_on",
            )
        case.move_to(CandidacyState.CONFIRMED)
        row.committee_met_on = met_on
        case.record("confirmed", {"candidacy": str(row.uid), "met_on": met_on.isoformat()})
        case.tell_people(case.close, "confirmed")
        return row


def refuse_too_early(facts: CandidacyFacts) -> None:
    if not facts.posting_is_over:
        raise Refused(_("The name is still posted: neighbours may object until then."))
    if facts.unanswered:
        raise Refused(_("An objection waits for its answer."))


def _posting_ended_on(candidacy: Candidacy) -> date:
    assert candidacy.posted_until is not None
    return timezone.localdate(candidacy.posted_until)
