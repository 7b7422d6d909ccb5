"""The sittings of a council in which one member had a place, and whether they came."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils import timezone

from council.enums.meetings import MEETING_HELD, MeetingKind, RollStanding
from council.models import Absence, CouncilMember, Meeting, Presence, Roll
from council.order.attendance import Sat, within

# More sittings than this in one term are not read as a list; none was ever seen with as many.
MOST = 200


@dataclass(frozen=True, slots=True)
class SatIn:
    meeting: Meeting
    sat: Sat


def sat_in(member: CouncilMember) -> list[SatIn]:
    """Of this term, the newest first: two statements.

    The roll was frozen when the sitting opened; a term that was cut short afterwards takes what
    came later out again. To a talk on the spot nobody is called, so nobody is missed there.
    """
    rows = (
        Roll.objects.filter(
            person=member.person_id,
            council=member.council_id,
            standing=RollStanding.MEMBER,
            meeting__state__in=MEETING_HELD,
            meeting__rehearsal=False,
        )
        .exclude(meeting__kind=MeetingKind.INSTANT)
        .select_related("meeting")
        .annotate(came=Exists(Presence.objects.filter(roll=OuterRef("pk"))))
        .order_by("-meeting__opened_at", "-pk")[:MOST]
    )
    leave = [(one.period.lower, one.period.upper) for one in Absence.objects.filter(member=member)]
    found = []
    for row in rows:
        day = timezone.localdate(row.meeting.opened_at)
        excused = bool(row.apology) or any(first <= day < after for first, after in leave)
        found.append(SatIn(row.meeting, Sat(day, row.came, excused)))
    counted = within((one.sat for one in found), (member.term.lower, member.term.upper))
    return [one for one in found if one.sat in counted]
