"""续聘: another term right after this one, as the committee decided."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.actions.members.add_term import add_term
from council.casework.member import opened_member
from council.enums.members import MemberAct
from council.models import CouncilMember


def renew(member: CouncilMember, *, actor: User, now: datetime, met_on: date) -> CouncilMember:
    """`met_on` is the day on which the community's party committee decided it."""
    with opened_member(member, MemberAct.RENEW, actor=actor, now=now) as case:
        row = case.member
        if met_on > timezone.localdate(now):
            raise Refused(_("That day has not come yet."), field="met_on")
        new = add_term(case.council, row.person, kind=row.kind, first_day=row.term.upper)
        case.record(
            "renewed",
            {
                "member": str(row.uid),
                "kind": row.kind,
                "met_on": met_on.isoformat(),
                "from": new.first_day.isoformat(),
                "to": new.last_day.isoformat(),
            },
        )
        case.tell_people([row.person_id], "renewed", until=new.last_day.isoformat())
        return new
