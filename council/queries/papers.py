"""What is printed before a sitting, and for whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from council.enums.agenda import ItemState
from council.enums.meetings import RollStanding
from council.enums.minutes import SheetKind
from council.facts.meetings import MeetingFacts
from council.facts.viewer import Viewer
from council.models import AgendaItem, Council, Meeting, MeetingCouncil, Roll
from council.queries.councils import members_as_of
from council.queries.meetings import facts_of_meeting, meeting_for
from council.rules.meetings import prepares, runs_table
from grids.models import Residence

# Sheets with names on them are for chair and recorder alone.
WITH_NAMES = frozenset({SheetKind.SIGN_IN, SheetKind.RECORD})


@dataclass(frozen=True, slots=True)
class SignInLine:
    """A member on the sign-in sheet."""

    name: str
    kind: str
    building: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    meeting: Meeting
    members: Sequence[SignInLine]
    items: Sequence[AgendaItem]


def prints(sheet: SheetKind, viewer: Viewer, meeting: MeetingFacts) -> bool:
    if sheet in WITH_NAMES:
        return runs_table(viewer.user_id, meeting)
    return prepares(viewer, meeting)


def pack_for(uid: UUID, sheet: SheetKind, viewer: Viewer, *, now: datetime) -> Pack | None:
    meeting = meeting_for(uid, viewer, now=now)
    if meeting is None or not prints(sheet, viewer, facts_of_meeting(meeting, now=now)):
        return None
    items = AgendaItem.objects.filter(meeting=meeting).exclude(state=ItemState.DROPPED)
    return Pack(
        meeting=meeting,
        members=_members(meeting),
        items=list(items.select_related("issue__category").order_by("position")),
    )


def _members(meeting: Meeting) -> list[SignInLine]:
    """As they are on the roll; before there is one, as of the day."""
    rows = Roll.objects.filter(meeting=meeting, standing=RollStanding.MEMBER)
    known = [
        (row.person_id, row.call_name, str(row.get_kind_display()))
        for row in rows.select_related("person").order_by("position", "pk")
    ]
    if not known:
        known = [
            (member.person_id, str(member.person), str(member.get_kind_display()))
            for council in _councils(meeting)
            for member in members_as_of(council, timezone.localdate(meeting.starts_at))
        ]
    people = [person for person, _name, _kind in known]
    homes = Residence.objects.filter(user__in=people).select_related("building__estate")
    building = {home.user_id: str(home.building) for home in homes}
    return [
        SignInLine(name, kind, building.get(person, "") if person else "")
        for person, name, kind in known
    ]


def _councils(meeting: Meeting) -> list[Council]:
    joined = MeetingCouncil.objects.filter(meeting=meeting).select_related("council").order_by("pk")
    return [meeting.council, *(row.council for row in joined)]
