"""免任: the committee takes back the seat, for a reason."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.actions.members.end_term import end_term
from council.addresses import address_of_term
from council.casework.member import opened_member
from council.casework.public_words import official_text
from council.enums.members import EndedReason, MemberAct
from council.models import CouncilMember


def recall(
    member: CouncilMember, *, actor: User, now: datetime, met_on: date, reason: str
) -> CouncilMember:
    """Today is the last day. The reason is read by the person and by the community's staff."""
    with opened_member(member, MemberAct.RECALL, actor=actor, now=now) as case:
        if met_on > timezone.localdate(now):
            raise Refused(_("That day has not come yet."), field="met_on")
        missing = _("Please write a sentence here.")
        case.member.ended_because = official_text(
            reason, CouncilMember, "ended_because", field="reason", missing=missing
        )
        end_term(case.member, today=case.facts.today, reason=EndedReason.RECALLED)
        case.record(
            "recalled",
            {
                "member": str(case.member.uid),
                "kind": case.member.kind,
                "met_on": met_on.isoformat(),
            },
        )
        # Tomorrow the council's page names the person no more.
        case.link = address_of_term(case.member)
        case.tell_people([case.member.person_id], "recalled", said=case.member.ended_because)
        return case.member
