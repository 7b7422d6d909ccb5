"""The roll of a sitting: its members as of its day, and whoever else was asked to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.db.models import Exists, OuterRef
from django.utils import timezone

from council.enums.meetings import MEETING_PLANNED, Apology, MeetingState, RollStanding
from council.models import Absence, CouncilMember, Meeting, MeetingCouncil, Presence, Roll
from council.queries.councils import members_as_of
from council.queries.planning import MemberOnTheDay
from council.refusals import WrongState


def write_roll(meeting: Meeting, *, now: datetime) -> list[Roll]:
    """Write down the members as of the sitting's day; return their lines.

    Called until it opens, and when it opens for the last time. Whoever is no member any more, and
    is there already, stays as a guest. A rehearsal keeps its invented people.
    """
    if MeetingState(meeting.state) not in MEETING_PLANNED:
        raise WrongState
    written = list(Roll.objects.filter(meeting=meeting))
    if meeting.rehearsal:
        return [row for row in written if row.is_member]
    lines = {row.person_id: row for row in written}
    kept, new, changed = [], [], []
    for position, member in enumerate(_members(meeting, now)):
        row = lines.pop(member.person_id, None)
        if row is None:
            row = Roll(meeting=meeting, person=member.person)
            new.append(row)
        elif _is_other(row, member, position):
            changed.append(row)
        row.standing = RollStanding.MEMBER
        row.council_id, row.kind, row.position = member.council_id, member.kind, position
        kept.append(row)
    Roll.objects.bulk_create(new)
    Roll.objects.bulk_update(changed, ["standing", "council", "kind", "position"])
    _drop([row.pk for row in lines.values() if row.is_member])
    return kept


def new_roll(meeting: Meeting, members: Iterable[MemberOnTheDay]) -> list[Roll]:
    """The members of a sitting that is being made, each person once, not stored yet."""
    once: dict[int, MemberOnTheDay] = {}
    for member in members:
        once.setdefault(member.person, member)
    return [
        Roll(
            meeting=meeting,
            person_id=member.person,
            council_id=member.council,
            kind=member.kind,
            standing=RollStanding.MEMBER,
            position=position,
        )
        for position, member in enumerate(once.values())
    ]


def excuse_those_away(meeting: Meeting, day: date) -> None:
    """Mark members with leave on `day` as excused, except those who are there nevertheless."""
    away = Absence.objects.filter(
        member__council=OuterRef("council"), member__person=OuterRef("person"), period__contains=day
    )
    here = Presence.objects.filter(roll=OuterRef("pk"), left_at=None)
    members = Roll.objects.filter(meeting=meeting, standing=RollStanding.MEMBER, apology="")
    members.filter(Exists(away), ~Exists(here)).update(apology=Apology.LEAVE)


def _is_other(row: Roll, member: CouncilMember, position: int) -> bool:
    written = (row.standing, row.council_id, row.kind, row.position)
    return written != (RollStanding.MEMBER, member.council_id, member.kind, position)


def _members(meeting: Meeting, now: datetime) -> Iterator[CouncilMember]:
    """Each person once, also where two councils sit together."""
    day = timezone.localdate(max(now, meeting.starts_at))
    joined = MeetingCouncil.objects.filter(meeting=meeting).order_by("pk")
    councils = [meeting.council, *(row.council for row in joined.select_related("council"))]
    seen: set[int] = set()
    for council in councils:
        for member in members_as_of(council, day):
            if member.person_id not in seen:
                seen.add(member.person_id)
                yield member


def _drop(keys: list[int]) -> None:
    if not keys:
        return
    rows = Roll.objects.filter(pk__in=keys)
    rows.filter(presences=None).delete()
    rows.update(standing=RollStanding.INVITED, kind="")
