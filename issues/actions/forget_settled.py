"""Forget that the clock failed at an issue which needs it no more."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Exists, OuterRef
from django.db.models.functions import Now

from issues.models import Deadline, SweepFailure


def forget_settled(*, now: datetime | None = None) -> None:
    """Nothing of it is due any more at `now`, the database's time unless given: people acted."""
    due = Deadline.objects.to_wake(Now() if now is None else now).filter(issue=OuterRef("issue"))
    SweepFailure.objects.filter(~Exists(due)).delete()
