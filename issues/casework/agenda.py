"""大事必商量: a major matter comes on an agenda of its community's council in time."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max, Q

from issues.casework import deadlines
from issues.casework.case import Case
from issues.enums import BEFORE_DELIVERY, DeadlineKind, Level
from issues.models import Deadline

AGENDA = DeadlineKind.AGENDA
POSTPONED = "postponed"


def follow_class(case: Case) -> None:
    """Begin or void the clock after the class or the category has changed.

    Newly due, it counts from now: nobody is late for what was not asked of them. A date to which
    a council put the talk off stands.
    """
    turn = case.lead
    running = deadlines.running(case, [AGENDA], turn=turn)
    if deadlines.begins(case, AGENDA, turn) is None or deadlines.never_on_an_agenda(case):
        for clock in running:
            if clock.basis.get("kind") != POSTPONED or deadlines.never_on_an_agenda(case):
                clock.void_at = case.now
                case.changes.deadlines.append(clock)
    elif not running and not _was_asked(case):
        deadlines.start(case, AGENDA, turn=turn)


def start_again(case: Case) -> None:
    """Taken off the agenda: it is to come on another one, counted from now."""
    if case.issue.stage in BEFORE_DELIVERY and not deadlines.running(
        case, [AGENDA], turn=case.lead
    ):
        deadlines.start(case, AGENDA, turn=case.lead, round=_last_round(case) + 1)


def start_until(case: Case, until: datetime) -> None:
    """Put off: it is to be on an agenda again by `until`. Departments have clocks of their own."""
    if case.issue.stage in BEFORE_DELIVERY and case.issue.level != Level.DEPARTMENT:
        round = _last_round(case) + 1
        deadlines.start_until(case, AGENDA, until, turn=case.lead, round=round, why=POSTPONED)


def _was_asked(case: Case) -> bool:
    """In this turn it came on an agenda, or missed it, already."""
    ended = Q(met_at__isnull=False) | Q(breached_at__isnull=False)
    return Deadline.objects.filter(ended, assignment=case.lead, kind=AGENDA).exists()


def _last_round(case: Case) -> int:
    rounds = Deadline.objects.filter(assignment=case.lead, kind=AGENDA)
    return rounds.aggregate(last=Max("round"))["last"] or 0
