"""A day before a sitting everybody who is to come is reminded."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from council.addresses import address_of_meeting
from council.casework.asks import COME
from council.casework.case import CouncilCase
from council.casework.told import people_of
from council.enums.meetings import MeetingState
from council.models import Meeting
from council.queries.meetings import meeting_again
from grids.actions.record_and_tell import RecordedAndTold


def remind_meetings(*, now: datetime) -> int:
    """Each due sitting in a transaction of its own; returns how many there were."""
    told = 0
    while _remind_one(now):
        told += 1
    return told


def _remind_one(now: datetime) -> bool:
    with transaction.atomic():
        due = Meeting.objects.filter(remind_at__lte=now).order_by("remind_at", "pk")
        row = due.select_for_update(skip_locked=True).first()
        if row is None:
            return False
        Meeting.objects.filter(pk=row.pk).update(remind_at=None)
        if row.state == MeetingState.CALLED and row.starts_at > now:
            _tell(meeting_again(row.pk), now)
        return True


def _tell(meeting: Meeting, now: datetime) -> None:
    case = CouncilCase(
        council=meeting.council,
        actor=None,
        changes=RecordedAndTold(now=now),
        subject=meeting.uid,
        link=address_of_meeting(meeting),
    )
    case.tell_people(
        people_of(meeting),
        "sitting_tomorrow",
        key=f"c{meeting.calls}",
        calls_for=COME,
        at=meeting.starts_at.isoformat(),
        place=meeting.where_kept,
    )
    case.changes.write_record()
