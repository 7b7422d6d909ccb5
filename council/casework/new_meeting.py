"""A sitting that is being made: planned, or a talk on the spot that is over already."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from acting.storable import storable_text
from council.addresses import address_of_meeting
from council.casework.planning import MeetingCase
from council.casework.roll import member_lines
from council.enums.meetings import Arrival, RollStanding
from council.facts.viewer import Viewer
from council.inputs import TalkOnTheSpot
from council.models import AgendaItem, Meeting, Presence, Roll
from council.queries.councils import each_once, seated_on
from council.queries.meetings import facts_of_meeting
from grids.actions.record_and_tell import RecordedAndTold


def case_of(meeting: Meeting, actor: User, viewer: Viewer, now: datetime) -> MeetingCase:
    """Of a sitting that is being made."""
    return MeetingCase(
        council=meeting.council,
        actor=actor,
        changes=RecordedAndTold(now=now),
        subject=meeting.uid,
        link=address_of_meeting(meeting),
        meeting=meeting,
        viewer=viewer,
        facts=facts_of_meeting(meeting, now=now),
    )


def write_those_there(meeting: Meeting, item: AgendaItem, talk: TalkOnTheSpot, *, by: User) -> int:
    """Write the roll of those who were there and return their number. Raises Refused below two.

    Members who were not there are left out, since nobody had asked them to come.
    """
    rows = _members(meeting, talk, by)
    rows += _parties(meeting, item, talk, {row.person_id for row in rows})
    if len(rows) < 2:
        raise Refused(_("A talk takes two: say with whom."), field="party")
    for position, row in enumerate(rows):
        row.position = position
        row.save()
        Presence.objects.create(
            roll=row, came_at=meeting.starts_at, left_at=meeting.ends_at, by=Arrival.NAME
        )
    return len(rows)


def _members(meeting: Meeting, talk: TalkOnTheSpot, by: User) -> list[Roll]:
    """Whoever writes it down, as a member or as a guest, and the members who were there too."""
    there = {by.pk, *(member.pk for member in talk.members)}
    own = [meeting.council_id]
    sitting = each_once(seated_on(timezone.localdate(meeting.starts_at), own), own)
    rows = member_lines(meeting, [one for one in sitting if one.person_id in there])
    known = {row.person_id for row in rows}
    if not {member.pk for member in talk.members} <= known | {by.pk}:
        raise Refused(_("Somebody of these was no member on that day."), field="members")
    if by.pk not in known:
        rows.insert(0, Roll(meeting=meeting, person=by, standing=RollStanding.INVITED))
    return rows


def _parties(
    meeting: Meeting, item: AgendaItem, talk: TalkOnTheSpot, known: set[int | None]
) -> list[Roll]:
    """By name; where none is given, whoever raised the matter."""
    name = storable_text(talk.party, Roll, "name", field="party")
    if name:
        return [Roll(meeting=meeting, name=name, standing=RollStanding.PARTY)]
    reporter = item.issue.reporter_id if item.issue else None
    if reporter is None or reporter in known:
        return []
    return [Roll(meeting=meeting, person_id=reporter, standing=RollStanding.PARTY)]
