"""Somebody who is no member is asked to come: a body, or whoever a matter is about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.agenda import waiting_items
from council.casework.planning import MeetingCase, opened_meeting
from council.enums.meetings import MeetingState, RollStanding
from council.enums.planning import MeetingAct
from council.models import Meeting, Roll
from council.queries.speakers import speakers_of
from grids.models import Body


def invite_body(
    meeting: Meeting, *, actor: User, now: datetime, body: Body, seen: int | None = None
) -> int:
    """Whoever speaks for it now; returns how many of them are new on the roll."""
    with opened_meeting(meeting, MeetingAct.INVITE, actor=actor, now=now, seen=seen) as case:
        posted = speakers_of(body, now=now)
        people = sorted(set(posted.values_list("user_id", flat=True)))
        if not body.active or not people:
            raise Refused(_("Nobody speaks for this body now."), field="body")
        return _write(case, people, RollStanding.INVITED, {"body": body.code})


def invite_parties(meeting: Meeting, *, actor: User, now: datetime, seen: int | None = None) -> int:
    """Whoever raised a matter that is on the agenda."""
    with opened_meeting(meeting, MeetingAct.INVITE, actor=actor, now=now, seen=seen) as case:
        issues = [item.issue for item in waiting_items(case.meeting) if item.issue is not None]
        people = sorted({issue.reporter_id for issue in issues if issue.reporter_id})
        if not people:
            raise Refused(_("Nothing on the agenda was raised by somebody who can be asked."))
        return _write(case, people, RollStanding.PARTY, {})


def _write(
    case: MeetingCase, people: Iterable[int], standing: RollStanding, about: dict[str, str]
) -> int:
    """Who stands on the roll already stays as what they are."""
    meeting = case.meeting
    known = dict(Roll.objects.filter(meeting=meeting).values_list("person_id", "position"))
    position = max(known.values(), default=0)
    new = [person for person in people if person not in known]
    for at, person in enumerate(new, position + 1):
        Roll.objects.create(meeting=meeting, person_id=person, standing=standing, position=at)
    if new:
        case.record("sitting_invited", {**about, "standing": standing, "people": len(new)})
    if meeting.state == MeetingState.CALLED:
        case.tell_the_new()
    return len(new)
