"""The roll of a sitting: its members as of its day, and whoever else was asked to come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Final

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from acting.actions.write_rows import delete_unreferenced, insert_rows, update_rows
from acting.queries.together import ask_together
from council.enums.meetings import MEETING_PLANNED, Apology, MeetingState, RollStanding
from council.models import Absence, Council, Meeting, MeetingCouncil, Presence, Roll
from council.queries.councils import MemberOnTheDay, each_once, seated_on
from council.refusals import WrongState

# The fields of a line that say as what somebody is there.
SEAT: Final = ("standing", "council_id", "kind", "position")


def member_lines(meeting: Meeting, members: Iterable[MemberOnTheDay]) -> list[Roll]:
    """The lines of members, in their order, not stored yet."""
    return [
        Roll(
            meeting=meeting,
            person_id=member.person_id,
            council_id=member.council_id,
            kind=member.kind,
            standing=RollStanding.MEMBER,
            position=position,
        )
        for position, member in enumerate(members)
    ]


def write_roll(meeting: Meeting, *, now: datetime) -> list[Roll]:
    """Write down the members as of the sitting's day; return their lines.

    Called until it opens, and when it opens for the last time. Whoever is no member any more, and
    is there already, stays as a guest. A rehearsal keeps its invented people.
    """
    if MeetingState(meeting.state) not in MEETING_PLANNED:
        raise WrongState
    written, members = _written_and_members(meeting, now)
    if meeting.rehearsal:
        return [row for row in written if row.is_member]
    fresh = member_lines(meeting, members)
    known = {row.person_id: row for row in written}
    new = [row for row in fresh if row.person_id not in known]
    kept = [(known.pop(line.person_id), line) for line in fresh if line.person_id in known]
    changed = [row for row, line in kept if _takes_seat(row, line)]
    gone = [row for row in known.values() if row.is_member]
    for row in gone:
        row.standing, row.kind = RollStanding.INVITED, ""
    insert_rows(new)
    update_rows([*changed, *gone], SEAT)
    delete_unreferenced(Roll, [row.pk for row in gone])
    return [*new, *(row for row, _line in kept)]


def excuse_those_away(meeting: Meeting, day: date) -> None:
    """Mark members with leave on `day` as excused, except those who are there nevertheless."""
    away = Absence.objects.filter(
        member__council=OuterRef("council"), member__person=OuterRef("person"), period__contains=day
    )
    here = Presence.objects.filter(roll=OuterRef("pk"), left_at=None)
    members = Roll.objects.filter(meeting=meeting, standing=RollStanding.MEMBER, apology="")
    members.filter(Exists(away), ~Exists(here)).update(apology=Apology.LEAVE)


def _takes_seat(row: Roll, line: Roll) -> bool:
    """Whether that changes the row."""
    was = attrgetter(*SEAT)(row)
    for name in SEAT:
        setattr(row, name, getattr(line, name))
    return attrgetter(*SEAT)(row) != was


def _written_and_members(
    meeting: Meeting, now: datetime
) -> tuple[Sequence[Roll], Sequence[MemberOnTheDay]]:
    """The lines that stand there, and the members as of its day; one statement."""
    day = timezone.localdate(max(now, meeting.starts_at))
    joined = MeetingCouncil.objects.filter(meeting=meeting).order_by("pk")
    sits = Q(pk=meeting.council_id) | Q(joint_meetings__meeting=meeting)
    written, others, members = ask_together(
        Roll.objects.filter(meeting=meeting).order_by("pk"),
        joined.values_list("council_id"),
        seated_on(day, Council.objects.filter(sits).order_by()),
    )
    return written, each_once(members, [meeting.council_id, *(key for (key,) in others)])
