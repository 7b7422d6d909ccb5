"""What a turn was asked for, and what it has answered."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Min

from issues.enums.deadlines import DeadlineKind
from issues.models import Assignment, Deadline, Response


def first_asked(turn: Assignment, kind: DeadlineKind) -> datetime | None:
    """When the turn's clock first began: a class taken away and given back is no delay."""
    clocks = Deadline.objects.filter(assignment=turn.pk, kind=kind)
    return clocks.aggregate(first=Min("starts_at"))["first"]  # type: ignore[no-any-return]


def was_answered(turn: Assignment) -> bool:
    return Response.objects.filter(assignment=turn).exists()
