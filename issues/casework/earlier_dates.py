"""The earlier of two dates holds.

It does so when two matters become one, and when a matter gets a new class or a new turn.
"""

from __future__ import annotations

from datetime import datetime

from issues.casework import deadlines
from issues.casework.case import Case
from issues.casework.clock_bounds import Term
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import UNCLASSIFIED
from issues.enums.stages import BEFORE_DELIVERY
from issues.models import Assignment, Deadline

# The clocks that a new class or a new turn would begin afresh.
OWN = (
    DeadlineKind.RESPOND,
    DeadlineKind.AGENDA,
    DeadlineKind.RESOLVE,
    DeadlineKind.TALK,
    DeadlineKind.SUPERVISED,
)


def own_terms(case: Case) -> dict[DeadlineKind, Term]:
    """What the matter owes now. Without a class the date of its result is not its own yet."""
    owed = {kind: deadlines.owed(case, kind) for kind in OWN}
    if case.issue.matter_class == UNCLASSIFIED:
        del owed[DeadlineKind.RESOLVE]
    return {kind: as_it_is(clock) for kind, clock in owed.items() if clock is not None}


def keep_own(case: Case, mine: dict[DeadlineKind, Term]) -> dict[str, str]:
    """Restore each date of `mine` that was lost or became later; return these for the record."""
    kept = {}
    for kind, term in mine.items():
        now = deadlines.owed(case, kind)
        running = deadlines.running(case, [kind], turn=case.lead)
        lost = now is None or now.due_at > term.due_at
        if lost and not (kind == DeadlineKind.AGENDA and _is_done(case, kind)):
            run(case, kind, term, running[0] if running else None, turn=case.lead)
            kept[kind.value] = term.due_at.isoformat()
    return kept


def take_clock(case: Case, other: Case, kind: DeadlineKind) -> datetime | None:
    """Give `case` the date of `other` if that is earlier or `case` has none; return it, or None."""
    owed = deadlines.owed(other, kind)
    running = deadlines.running(case, [kind], turn=case.lead)
    if owed is None or (not running and _is_done(case, kind)):
        return None
    term = _term_of(case, other, owed)
    mine = deadlines.owed(case, kind)
    if mine is not None and mine.due_at <= term.due_at:
        return None
    run(case, kind, term, running[0] if running else None, turn=case.lead)
    return term.due_at


def _term_of(case: Case, other: Case, owed: Deadline) -> Term:
    """The clock of `other`, as `case` takes it over: its dates stay as they are.

    If `other` had no class yet, its result is due by the class of `case`, counted from the start of
    the other's turn, as if the class had been set there.
    """
    if owed.kind == DeadlineKind.RESOLVE and other.issue.matter_class == UNCLASSIFIED:
        wanted = (case.issue.matter_class, case.lead.level, case.lead.role, DeadlineKind.RESOLVE)
        rule = case.context.policy.find(*wanted)
        if rule is not None and other.issue.outside_due_at is None:
            return case.context.term(rule, other.lead.started_at, case.issue)
    return as_it_is(owed)


def as_it_is(clock: Deadline) -> Term:
    """The beginning and the end that a clock has already."""
    return Term(clock.starts_at, clock.due_at, clock.basis, clock.rule_id, clock.provisional)


def _is_done(case: Case, kind: DeadlineKind) -> bool:
    """True if `case` needs no clock of the kind any more, or never had one."""
    if kind == DeadlineKind.AGENDA:
        return deadlines.never_on_an_agenda(case) or case.issue.stage not in BEFORE_DELIVERY
    return kind in {DeadlineKind.RECEIVE, DeadlineKind.DISPATCH}


def run(
    case: Case, kind: DeadlineKind, term: Term, running: Deadline | None, *, turn: Assignment
) -> None:
    """Let the clock of `turn` run as `term` says, in place of the one that runs, if one does."""
    if running is None or running.pk is None:
        deadlines.start_as(case, kind, term, turn=turn)
    else:
        deadlines.replace(case, running, term)
