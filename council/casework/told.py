"""Who is told of a sitting, and that they were."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from council.enums.meetings import ToldOf
from council.models import Meeting, Roll, Told


def people_of(meeting: Meeting) -> frozenset[int]:
    """Whoever stands on its roll with an account, and who chairs it and writes it down."""
    roll = Roll.objects.filter(meeting=meeting, person__isnull=False)
    keys = {*roll.values_list("person_id", flat=True), meeting.chair_id, meeting.recorder_id}
    return frozenset(key for key in keys if key is not None)


def told_of_this_call(meeting: Meeting) -> frozenset[int]:
    """Whoever knows when and where it is now."""
    rows = Told.objects.filter(
        meeting=meeting, call=meeting.calls, of__in=[ToldOf.CALLED, ToldOf.MOVED]
    )
    return frozenset(rows.values_list("person_id", flat=True))


def write_told(meeting: Meeting, people: Iterable[int], of: ToldOf, *, at: datetime) -> None:
    """Once of each call, however often it is written."""
    rows = [
        Told(meeting=meeting, person_id=person, of=of, call=meeting.calls, at=at)
        for person in sorted(people)
    ]
    Told.objects.bulk_create(rows, ignore_conflicts=True)
