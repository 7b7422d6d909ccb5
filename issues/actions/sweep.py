"""The engine: find what the clock says, decide once per issue, write it in one transaction.

PostgreSQL is the only truth about what is due (DESIGN §6). Any number of sweeps may run at once:
each takes issues nobody else holds. When nothing is due, a sweep costs one index probe.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.db.models import F

from issues.actions.apply_decision import apply
from issues.actions.case import load_cases
from issues.actions.changes import Changes
from issues.actions.context import read_context
from issues.actions.sweep_failure import forget_failures, remember_failure
from issues.models import Deadline, Issue
from issues.queries.facts import with_facts

logger = logging.getLogger(__name__)

BATCH = 100


@dataclass(slots=True)
class Swept:
    """How many issues were handled, and how many could not be and were put off."""

    handled: int = 0
    failed: int = 0


def sweep(*, now: datetime | None = None, batch: int = BATCH) -> Swept:
    """Handle everything that is due. `now` is the database's clock unless a test gives one."""
    swept = Swept()
    while keys := due_issues(now or database_time(), limit=batch):
        before = swept.handled + swept.failed
        _handle(keys, now, swept)
        if swept.handled + swept.failed == before:
            # All of them are in other hands, which handle them.
            break
    return swept


def database_time() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (moment,) = cursor.fetchone()
    assert isinstance(moment, datetime)
    return moment


def due_issues(now: datetime, *, limit: int) -> list[int]:
    """Issues with a clock to look at, longest due first, without locks; put-off ones left out."""
    due = (
        Deadline.objects.to_wake(now)
        .exclude(issue__sweep_failure__next_try_at__gt=now)
        .order_by("wake_at")
        .values_list("issue_id", flat=True)
    )
    # An issue has a handful of clocks at most, so that four times the batch is enough to fill it.
    return list(dict.fromkeys(due[: limit * 4]))[:limit]


def _handle(keys: Sequence[int], now: datetime | None, swept: Swept) -> None:
    """One transaction for all of `keys`; a batch that fails is halved down to the lone row."""
    try:
        swept.handled += _handle_together(keys, now)
    except Exception as error:
        if len(keys) == 1:
            logger.exception("An issue could not be swept and is put off.")
            remember_failure(keys[0], error, now=now or database_time())
            swept.failed += 1
            return
        middle = len(keys) // 2
        _handle(keys[:middle], now, swept)
        _handle(keys[middle:], now, swept)


def _handle_together(keys: Sequence[int], now: datetime | None) -> int:
    with transaction.atomic():
        rows = with_facts(Issue.objects.filter(pk__in=keys).order_by("pk"))
        issues = list(rows.select_for_update(of=("self",), skip_locked=True))
        if not issues:
            return 0
        moment = now or database_time()
        changes = Changes(now=moment)
        context = read_context(issues, actor=None, now=moment)
        for case in load_cases(issues, context, changes):
            apply(case)
        changes.write()
        forget_failures(keys)
    return len(issues)


def overdue_unhandled(now: datetime) -> int:
    """Running clocks past their end: what a sweep has not come to yet."""
    return Deadline.objects.running().filter(due_at__lt=now, wake_at__lte=F("due_at")).count()
