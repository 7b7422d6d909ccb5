"""Issues are locked in one order, and read only then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from accounts.queries.prepared import PreparedQuery, given_keys
from acting.queries.among import among
from issues.casework.index import remember_what_was_said
from issues.models import Issue
from issues.queries import case_rows

ASKED_BY_A_CLOCK = (
    "uid", "reference", "community", "grid", "category", "reporter", "visibility", "matter_class",
    "stage", "level", "outside_due_at", "ending", "ended_at", "last_progress_at", "version",
    "sweep_failure",
)  # fmt: skip

# Compiled where a transaction is open, as Django asks; `_locked` looks each time.
_waiting = PreparedQuery(lambda: _in_order().select_for_update())
_skipping = PreparedQuery(lambda: _in_order().select_for_update(skip_locked=True))


def lock(keys: Iterable[int]) -> list[Issue]:
    """Lock issues in ascending id, as everyone who writes does, and only then read them.

    A single query that locks and reads would, after waiting for a lock, return the row as it is
    now, but counts and joined rows as they were before the wait.
    """
    issues = case_rows.issues_with_facts(issues=_locked(keys))
    remember_what_was_said(issues)
    return issues


def lock_for_a_sitting(keys: Iterable[int], *, now: datetime) -> list[Issue]:
    """As `lock`, with what `context_of` asks for: policy and calendar in force, and followers."""
    issues = case_rows.issues_for_sitting(issues=_locked(keys), now=now)
    remember_what_was_said(issues)
    return issues


def lock_for_the_clock(keys: Iterable[int]) -> list[Issue]:
    """As `lock`, without what others hold, and with no more than a clock asks for or changes.

    The bodies come with those of the turns, in `load_cases`.
    """
    rows = Issue.objects.filter(among("pk", _locked(keys, skip_locked=True)))
    wanted = rows.select_related("category", "sweep_failure").only(*ASKED_BY_A_CLOCK)
    issues = list(wanted.order_by("pk"))
    remember_what_was_said(issues)
    return issues


def _in_order() -> QuerySet[Issue]:
    return Issue.objects.filter(among("pk", given_keys("issues"))).order_by("pk").only("pk")


def _locked(keys: Iterable[int], *, skip_locked: bool = False) -> list[int]:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("A lock ends with the transaction around it.")
    lock_rows = _skipping if skip_locked else _waiting
    return [row.pk for row in lock_rows(issues=list(keys))]
