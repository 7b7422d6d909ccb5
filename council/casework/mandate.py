"""What a matter learns of the council that acts on it, and the moment it is put off to."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils import timezone

from clocks.hours import SHANGHAI
from council.enums.meetings import MeetingKind
from council.models import Meeting, MeetingCouncil
from issues.mandate import Mandate

MORNING = time(9, 0)


def mandate_of(meeting: Meeting) -> Mandate:
    """The bodies of its councils, and the sitting.

    This takes a statement only for a joint sitting that was read without them.
    """
    return Mandate(body_id=meeting.council.body_id, sitting=meeting.uid, joint=_joint(meeting))


def _joint(meeting: Meeting) -> frozenset[int]:
    if meeting.kind != MeetingKind.JOINT:
        return frozenset()
    if hasattr(meeting, "joined_bodies"):
        return frozenset(meeting.joined_bodies)
    joined = MeetingCouncil.objects.filter(meeting=meeting)
    return frozenset(joined.values_list("council__body_id", flat=True))


def morning_of(day: date) -> datetime:
    """When the agenda clock ends of a matter that is put off to `day`."""
    return timezone.make_aware(datetime.combine(day, MORNING), SHANGHAI)
