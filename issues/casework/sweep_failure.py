"""Remember an issue that could not be swept, with the reason, to try it again later."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction

from issues.models import Deadline, Issue, SweepFailure

LONGEST_WAIT = timedelta(hours=1)


def remember_failure(key: int, error: Exception, *, now: datetime) -> bool:
    """Store the reason and the next try, in a transaction of its own; return whether it did.

    It does nothing if no clock of the issue is due any more, or somebody works on the issue right
    now. The pause before each next try grows up to an hour. The reason names the kind of error and
    the place in the code, never data of the issue.
    """
    with transaction.atomic():
        if not _is_still_due(key, now):
            return False
        row = SweepFailure.objects.filter(issue_id=key).first()
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
    return True


def _is_still_due(key: int, now: datetime) -> bool:
    """Whether a clock is due, asked with the issue locked.

    After a cut connection nobody knows whether the last statement was carried out.
    """
    free = Issue.objects.select_for_update(skip_locked=True).filter(pk=key)
    return bool(free.values("pk")) and Deadline.objects.to_wake(now).filter(issue=key).exists()


def forget_failures(issues: Sequence[Issue]) -> None:
    """Delete the failures of these issues, which were read along with them."""
    failed = [issue.pk for issue in issues if hasattr(issue, "sweep_failure")]
    if failed:
        SweepFailure.objects.filter(issue_id__in=failed).delete()


def reason_of(error: Exception) -> str:
    """The kind of error and the last place in our own code; a place in a library says little."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_ours(frame)]
    if not ours:
        return type(error).__name__
    last = ours[-1]
    file = Path(last.filename).relative_to(settings.BASE_DIR).as_posix()
    return f"{type(error).__name__} in {last.name}, {file} line {last.lineno}"


def _is_ours(frame: traceback.FrameSummary) -> bool:
    file = Path(frame.filename)
    apart = {"site-packages", "config"}
    return file.is_relative_to(settings.BASE_DIR) and not apart.intersection(file.parts)
