"""请假: days on which a member can't come; sittings on them are not counted as missed."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from accounts.models import User
from acting.queries.sent_already import sent_already
from acting.refusals import Refused
from council.casework.member import opened_member
from council.casework.public_words import official_text
from council.enums.members import MemberAct
from council.models import Absence, CouncilMember

LONGEST = timedelta(days=366)


def excuse(
    member: CouncilMember,
    *,
    actor: User,
    now: datetime,
    first_day: date,
    last_day: date,
    reason: str,
) -> Absence:
    """Both days count. Days that have passed can't be excused any more."""
    with opened_member(member, MemberAct.EXCUSE, actor=actor, now=now) as case:
        if last_day < first_day:
            raise Refused(_("The last day can't be before the first."), field="last_day")
        if first_day < case.facts.today:
            raise Refused(_("Leave is asked before the day has passed."), field="first_day")
        if last_day - first_day > LONGEST:
            raise Refused(_("Leave is asked for a year at most."), field="last_day")
        asked = {
            "member": case.member,
            "period": DateRange(first_day, last_day + timedelta(days=1)),
            "reason": official_text(reason, Absence, "reason"),
            "noted_by": actor,
        }
        if (same := sent_already(Absence.objects.all(), asked)) is not None:
            return same
        absence = Absence.objects.create(**asked, noted_at=now)
        case.record("excused", {"member": str(case.member.uid)}, inside=True)
        if actor.pk == case.member.person_id:
            case.tell_staff("excused", key=absence.pk)
        return absence
