"""The engine: find issues with due clocks, decide once per issue, write in one transaction.

Only PostgreSQL knows what is due (rules §6). Any number of sweeps may run at once: each takes
issues that nobody else has locked. When nothing is due, a sweep costs one index probe.
"""

from __future__ import annotations

import gc
import logging
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import connection, transaction
from django.db.models.functions import Now

from accounts.queries.clock import database_now
from acting.faults import Fault, fault_of
from issues.casework.apply_decision import apply
from issues.casework.case import load_cases
from issues.casework.changes import Changes
from issues.casework.context import read_context
from issues.casework.locking import lock_for_the_clock
from issues.casework.sweep_failure import forget_failures, remember_failure
from issues.models import Deadline, SweepFailure

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Swept:
    """How many issues were handled, and how many failed and were put off.

    `busy` issues were locked by others, who may be handling them; if not, the next sweep does.
    """

    handled: int = 0
    failed: int = 0
    busy: set[int] = field(default_factory=set)


def sweep(*, now: datetime | None = None, batch: int | None = None) -> Swept:
    """Handle everything that is due at `now`: the database's time, unless a test gives one."""
    swept, batch = Swept(), batch or settings.SWEEP_BATCH
    while keys := due_issues(now, limit=batch, leaving_out=swept.busy):
        _handle(keys, now, swept)
    return swept


def due_issues(now: datetime | None, *, limit: int, leaving_out: Collection[int] = ()) -> list[int]:
    """Issues with a due clock, longest due first, except those put off. It locks nothing.

    One statement; the database compares with its own time unless a test gives one.
    """
    moment = Now() if now is None else now
    put_off = SweepFailure.objects.filter(next_try_at__gt=moment).values("issue_id")
    due = (
        Deadline.objects.to_wake(moment)
        .exclude(issue_id__in=put_off)
        .order_by("wake_at")
        .values_list("issue_id", flat=True)
    )
    if leaving_out:
        due = due.exclude(issue_id__in=leaving_out)
    # An issue rarely has more than four due clocks, so four times the batch fills the batch.
    return list(dict.fromkeys(due[: limit * 4]))[:limit]


def _handle(keys: Sequence[int], now: datetime | None, swept: Swept) -> None:
    """Handle `keys` in one transaction; halve a batch that fails until the bad issue is alone."""
    try:
        handled = _handle_together(keys, now)
        swept.handled += len(handled)
        swept.busy |= set(keys) - set(handled)
    except Exception as error:
        if fault_of(error) is Fault.CUT:
            _connect_again()
        if len(keys) == 1:
            _leave(keys[0], error, now, swept)
            return
        middle = len(keys) // 2
        _handle(keys[:middle], now, swept)
        _handle(keys[middle:], now, swept)


def _connect_again() -> None:
    """Connect anew after a cut. Raises while the database is away, which ends the sweep.

    The same cause may cut every batch, such as a limit of time; its halves still go through.
    """
    connection.close()
    connection.ensure_connection()


def _leave(key: int, error: Exception, now: datetime | None, swept: Swept) -> None:
    """Put off the issue that is to blame; one that others held up is looked at the next time."""
    if fault_of(error) in {Fault.CUT, Fault.BUSY}:
        logger.warning("An issue waits for the next sweep: %s.", type(error).__name__)
        swept.busy.add(key)
        return
    logger.error("An issue could not be swept and is put off.", exc_info=error)
    if remember_failure(key, error, now=now or database_now()):
        swept.failed += 1
    else:
        swept.busy.add(key)


def _handle_together(keys: Sequence[int], now: datetime | None) -> list[int]:
    with _without_collecting(), transaction.atomic():
        issues = lock_for_the_clock(keys)
        if not issues:
            return []
        moment = now or database_now()
        changes = Changes(now=moment)
        context = read_context(issues, actor=None, now=moment)
        # Only a talk that moves along is asked for its sum.
        for case in load_cases(issues, context, changes, sums=False):
            apply(case)
        changes.write()
        forget_failures(issues)
    return [issue.pk for issue in issues]


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Stop the garbage collector: all that a batch makes lives until its end.

    Looking through it for garbage took a fifth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
