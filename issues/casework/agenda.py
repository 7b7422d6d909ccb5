"""大事必商量: a major matter comes on an agenda of its community's council in time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q

from issues.casework import deadlines
from issues.casework.case import Case
from issues.casework.clock_bounds import Term
from issues.enums.deadlines import DeadlineKind
from issues.enums.stages import BEFORE_DELIVERY
from issues.enums.turns import Level
from issues.models import Deadline
from issues.queries.asked_of_turn import first_asked

AGENDA = DeadlineKind.AGENDA
POSTPONED = "postponed"


def follow_class(case: Case) -> None:
    """Begin or void the clock after the class or the category has changed.

    A clock that was never asked for counts from now: nobody is late for what was not asked of them.
    One that is asked for again counts from its first beginning. If a council put the talk off to a
    date, that date stands.
    """
    turn = case.lead
    running = deadlines.running(case, [AGENDA], turn=turn)
    if deadlines.begins(case, AGENDA, turn) is None or deadlines.never_on_an_agenda(case):
        for clock in running:
            if clock.basis.get("kind") != POSTPONED or deadlines.never_on_an_agenda(case):
                clock.void_at = case.now
                case.changes.deadlines.append(clock)
        deadlines.make_good(case, [AGENDA], turn=turn)
    elif not running and not _was_asked(case):
        deadlines.start(case, AGENDA, turn=turn, at=first_asked(turn, AGENDA))


def start_again(cases: Sequence[Case]) -> None:
    """The matter was taken off the agenda: its earlier date holds again; if past, a new one starts.

    Otherwise a matter put on and taken off again would never be late.
    """
    due = [
        case
        for case in cases
        if case.issue.stage in BEFORE_DELIVERY
        and _comes_on_one(case)
        and not deadlines.running(case, [AGENDA], turn=case.lead)
    ]
    for case in due:
        before = _clocks(case)
        round = _next_round(before)
        last = next((clock for clock in reversed(before) if clock.met_at is not None), None)
        if last is None or last.due_at <= case.now:
            deadlines.start(case, AGENDA, turn=case.lead, round=round)
        else:
            term = Term(last.starts_at, last.due_at, last.basis, last.rule_id, last.provisional)
            deadlines.start_as(case, AGENDA, term, turn=case.lead, round=round)


def start_until(case: Case, until: datetime) -> None:
    """The council put it off: it must be on an agenda again by `until`. Departments are exempt."""
    if case.issue.stage in BEFORE_DELIVERY and case.issue.level != Level.DEPARTMENT:
        round = _next_round(_clocks(case))
        # The council has seen to it, and given it another date.
        deadlines.make_good(case, [AGENDA], turn=case.lead)
        deadlines.start_until(case, AGENDA, until, turn=case.lead, round=round, why=POSTPONED)


def _comes_on_one(case: Case) -> bool:
    """Whether it still belongs on an agenda: class and wish for privacy may have changed since."""
    begins = deadlines.begins(case, AGENDA, case.lead)
    return begins is not None and not deadlines.never_on_an_agenda(case)


def _was_asked(case: Case) -> bool:
    """Whether the matter has come on an agenda in this turn, or missed its date."""
    ended = Q(met_at__isnull=False) | Q(breached_at__isnull=False)
    return Deadline.objects.filter(ended, assignment=case.lead.pk, kind=AGENDA).exists()


def _next_round(before: Sequence[Deadline]) -> int:
    return max((clock.round for clock in before), default=0) + 1


def _clocks(case: Case) -> list[Deadline]:
    """The agenda clocks of the lead's turn, in order; only a sitting has read them."""
    assert case.agendas is not None, "only a sitting puts off and takes off"
    return [clock for clock in case.agendas if clock.assignment_id == case.lead.pk]
