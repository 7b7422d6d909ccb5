"""Remember an issue that could not be swept, with the reason, to try it again later."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from issues.models import Issue, SweepFailure

LONGEST_WAIT = timedelta(hours=1)


def remember_failure(key: int, error: Exception, *, now: datetime) -> None:
    """Store the reason and the next try, in a transaction of its own.

    The pause before each next try grows up to an hour. The reason names the kind of error and the
    place in the code, never data of the issue.
    """
    with transaction.atomic():
        row = SweepFailure.objects.select_for_update().filter(issue_id=key).first()
        attempts = 1 if row is None else row.attempts + 1
        wait = min(timedelta(minutes=2 ** min(attempts, 6)), LONGEST_WAIT)
        SweepFailure.objects.update_or_create(
            issue_id=key,
            defaults={
                "reason": reason_of(error),
                "attempts": attempts,
                "failed_at": now,
                "next_try_at": now + wait,
            },
        )


def forget_failures(issues: Sequence[Issue]) -> None:
    """Delete the failures of these issues, which were read along with them."""
    failed = [issue.pk for issue in issues if hasattr(issue, "sweep_failure")]
    if failed:
        SweepFailure.objects.filter(issue_id__in=failed).delete()


def reason_of(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    place = f" in {frames[-1].name}, line {frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
