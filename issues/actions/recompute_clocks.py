"""Recompute provisional clocks once a year's holidays are published (rules §6)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from clocks.calendar import WorkCalendar
from clocks.queries.calendar import current_calendar
from clocks.recompute import is_outdated, recompute
from issues.casework.case import Case, load_cases
from issues.casework.changes import Changes
from issues.casework.clock_bounds import Term
from issues.casework.context import read_context
from issues.casework.deadlines import replace
from issues.casework.locking import lock
from issues.models import Deadline

BATCH = 200


def recompute_clocks(*, now: datetime) -> int:
    """Replace running provisional clocks about which the calendar knows more now; return how many.

    No clock becomes due earlier than was promised. Rows are never changed: the old clock is voided
    and a new one made.
    """
    calendar = current_calendar()
    changed = 0
    for keys in _batches(calendar):
        with transaction.atomic():
            issues = lock(keys)
            changes = Changes(now=now)
            context = read_context(issues, actor=None, now=now)
            for case in load_cases(issues, context, changes):
                changed += _recompute(case, calendar)
            changes.write()
    return changed


def _batches(calendar: WorkCalendar) -> list[list[int]]:
    waiting = Deadline.objects.running().filter(provisional=True).order_by("issue_id")
    keys = [
        issue
        for issue, basis in waiting.values_list("issue_id", "basis")
        if is_outdated(basis, calendar)
    ]
    distinct = list(dict.fromkeys(keys))
    return [distinct[start : start + BATCH] for start in range(0, len(distinct), BATCH)]


def _recompute(case: Case, calendar: WorkCalendar) -> int:
    count = 0
    for clock in list(case.clocks):
        if not (clock.is_running and clock.provisional and is_outdated(clock.basis, calendar)):
            continue
        fresh = recompute(clock.basis, calendar)
        replace(
            case,
            clock,
            Term(
                clock.starts_at,
                fresh.due,
                fresh.as_basis(),
                rule_id=clock.rule_id,
                provisional=fresh.provisional,
            ),
        )
        count += 1
    if count:
        case.record("recomputed", {"clocks": count, "revision": calendar.revision}, progress=False)
    return count
