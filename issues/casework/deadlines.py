"""Start, meet and void the clocks of a case. A row's times never change (rules §6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from issues.casework import asks
from issues.casework.case import Case
from issues.casework.clock_bounds import Term
from issues.enums.deadlines import DeadlineKind, StartsAt
from issues.enums.turns import TurnRole
from issues.models import Assignment, Commitment, Deadline

# What the resident waits for, as notices name it.
TOLD = {
    DeadlineKind.RECEIVE.value: "taken_in_by",
    DeadlineKind.RESPOND.value: "answered_by",
    DeadlineKind.RESOLVE.value: "result_by",
}


def start(
    case: Case,
    kind: DeadlineKind,
    *,
    turn: Assignment | None = None,
    at: datetime | None = None,
    round: int = 1,
    replaces: Deadline | None = None,
) -> Deadline | None:
    """Start a clock of the policy for `turn` (by default the lead's), from `at` or now.

    Replaces a running clock of that kind. Returns None if the policy has no such clock.
    """
    turn = turn or case.lead
    term = _by_policy(case, kind, turn, at or case.now)
    if term is None:
        return None
    return _add(case, kind, term, turn=turn, round=round, replaces=replaces)


def _by_policy(case: Case, kind: DeadlineKind, turn: Assignment, at: datetime) -> Term | None:
    if kind == DeadlineKind.AGENDA and never_on_an_agenda(case):
        return None
    rule = case.context.policy.find(case.issue.matter_class, turn.level, turn.role, kind)
    if rule is None:
        return None
    term = case.context.term(rule, at, case.issue)
    if kind == DeadlineKind.RESOLVE and turn.role == TurnRole.LEAD:
        term = _outside(case, term)
    return term


def never_on_an_agenda(case: Case) -> bool:
    """Sittings are public: neither a dispute nor what stays private by wish comes before one."""
    return case.issue.is_dispute or case.issue.private_wish


def _outside(case: Case, term: Term) -> Term:
    """The hotline's date governs, and ours only reminds; if the hotline's is past, ours holds.

    Otherwise a matter that came too late from the hotline would move up through all levels at once.
    """
    outside = case.issue.outside_due_at
    if outside is None or outside <= case.now:
        return term
    ours = min(term.due_at, outside)
    return Term(term.starts_at, outside, {"kind": "outside"}, term.rule_id, remind_at=ours)


def start_as(
    case: Case, kind: DeadlineKind, term: Term, *, turn: Assignment, round: int = 1
) -> Deadline:
    """Start a clock of `turn` that has a beginning and an end already."""
    return _add(case, kind, term, turn=turn, round=round)


def start_until(
    case: Case,
    kind: DeadlineKind,
    due_at: datetime,
    *,
    turn: Assignment | None = None,
    commitment: Commitment | None = None,
    round: int = 1,
    why: str,
) -> Deadline:
    """Start a clock that runs to a given date; `why`: "promise", "lead" or "postponed"."""
    term = Term(case.now, due_at, {"kind": why})
    return _add(case, kind, term, turn=turn, commitment=commitment, round=round)


def _add(
    case: Case,
    kind: DeadlineKind,
    term: Term,
    *,
    turn: Assignment | None = None,
    commitment: Commitment | None = None,
    round: int = 1,
    replaces: Deadline | None = None,
) -> Deadline:
    if turn is not None:
        _void_running(case, [kind], turn=turn)
    clock = Deadline(
        issue=case.issue,
        assignment=turn,
        commitment=commitment,
        kind=kind,
        starts_at=term.starts_at,
        due_at=term.due_at,
        wake_at=term.wake_at,
        rule_id=term.rule_id,
        basis=term.basis,
        provisional=term.provisional,
        round=round,
        replaces=replaces,
    )
    case.clocks.append(clock)
    case.changes.deadlines.append(clock)
    return clock


def replace(case: Case, old: Deadline, term: Term) -> Deadline:
    """Void `old` and start a clock of the same kind and subject in its place."""
    old.void_at = case.now
    case.changes.deadlines.append(old)
    return _add(
        case,
        DeadlineKind(old.kind),
        term,
        turn=old.assignment,
        commitment=old.commitment,
        round=old.round,
        replaces=old,
    )


def start_turn(case: Case, turn: Assignment) -> None:
    """Start the clocks that begin with a turn, from the moment it started."""
    for rule in case.context.policy.at_start(case.issue.matter_class, turn.level, turn.role):
        start(case, rule.kind, turn=turn, at=turn.started_at)


def start_at_receipt(case: Case, turn: Assignment) -> None:
    """Start the clocks that begin when the body takes the matter in.

    One that runs already, taken from what was merged in, stays if it ends earlier.
    """
    for rule in case.context.policy.at_receipt(case.issue.matter_class, turn.level, turn.role):
        term = _by_policy(case, rule.kind, turn, turn.received_at or case.now)
        before = [clock.due_at for clock in running(case, [rule.kind], turn=turn)]
        if term is not None and all(term.due_at < due for due in before):
            _add(case, rule.kind, term, turn=turn)


def begins(case: Case, kind: DeadlineKind, turn: Assignment) -> StartsAt | None:
    """The moment from which the policy counts this clock; None if it has no such clock."""
    rule = case.context.policy.find(case.issue.matter_class, turn.level, turn.role, kind)
    return None if rule is None else rule.starts


def follow_lead(case: Case) -> None:
    """Make the joint bodies' results due when the lead's is, after that has changed."""
    for lead in running(case, [DeadlineKind.RESOLVE], turn=case.lead):
        for part in case.joints:
            for old in running(case, [DeadlineKind.RESOLVE], turn=part):
                if old.due_at != lead.due_at:
                    replace(case, old, Term(case.now, lead.due_at, {"kind": "lead"}))


def running(
    case: Case, kinds: Iterable[DeadlineKind] | None = None, *, turn: Assignment | None = None
) -> list[Deadline]:
    """Running clocks of `kinds` (all kinds if none is given), of `turn` or of any turn."""
    wanted = None if kinds is None else set(kinds)
    return [
        clock
        for clock in case.clocks
        if clock.is_running
        and (wanted is None or clock.kind in wanted)
        and (turn is None or clock.assignment is turn)
    ]


def owed(case: Case, kind: DeadlineKind) -> Deadline | None:
    """What the lead owes: its running clock, otherwise the one that was missed last."""
    running_now = running(case, [kind], turn=case.lead)
    late = [clock for clock in case.late if clock.kind == kind and _of_lead(case, clock)]
    return running_now[0] if running_now else max(late, key=_due_at, default=None)


def _of_lead(case: Case, clock: Deadline) -> bool:
    """A talk that was missed is owed by whoever has the matter now."""
    return clock.kind == DeadlineKind.TALK or clock.assignment_id == case.lead.pk


def _due_at(clock: Deadline) -> datetime:
    return clock.due_at


def dates_told(case: Case, *kinds: DeadlineKind) -> dict[str, Any]:
    """By when the lead's running clocks of these kinds end, as a notice takes it."""
    return {
        TOLD[clock.kind]: clock.due_at.isoformat() for clock in running(case, kinds, turn=case.lead)
    }


def meet(case: Case, *kinds: DeadlineKind, turn: Assignment, at: datetime | None = None) -> None:
    """End clocks as met. `at` may be earlier than now: work outdoors is written down later."""
    for clock in running(case, kinds, turn=turn):
        clock.met_at = at or case.now
        case.changes.deadlines.append(clock)
    for kind in kinds:
        asks.done(case, asks.asked_of(turn, kind))
    make_good(case, kinds, turn=turn)


def make_good(case: Case, kinds: Iterable[DeadlineKind], *, turn: Assignment | None = None) -> None:
    """Write a void clock after each that was missed: so it no longer counts as late.

    What it asked for has been done since, or is not asked any more. The void one counts
    neither as met nor as missed, so the breach stays what it was.
    """
    wanted = set(kinds)
    for missed in [clock for clock in case.late if clock.kind in wanted]:
        if turn is not None and missed.assignment_id != turn.pk:
            continue
        case.late.remove(missed)
        case.changes.deadlines.append(
            Deadline(
                issue=case.issue,
                assignment_id=missed.assignment_id,
                kind=missed.kind,
                starts_at=missed.starts_at,
                due_at=missed.due_at,
                wake_at=missed.due_at,
                void_at=case.now,
                rule_id=missed.rule_id,
                basis={"kind": "made_good"},
                round=missed.round,
                replaces=missed,
            )
        )


def keep_talk(case: Case, old: Assignment, turn: Assignment) -> None:
    """Carry over to `turn` the clock of the talk owed in an urgent matter, due as before."""
    for talk in running(case, [DeadlineKind.TALK], turn=old):
        term = Term(talk.starts_at, talk.due_at, talk.basis, talk.rule_id, talk.provisional)
        talk.void_at = case.now
        case.changes.deadlines.append(talk)
        _add(case, DeadlineKind.TALK, term, turn=turn, replaces=talk)


def void(
    case: Case, kinds: Iterable[DeadlineKind] | None = None, *, turn: Assignment | None = None
) -> None:
    """End clocks that no longer apply; this counts neither as met nor as missed.

    Of the given kinds also those that were missed: nobody is late with what is asked no more.
    """
    _void_running(case, kinds, turn=turn)
    if kinds is not None:
        make_good(case, kinds, turn=turn)


def _void_running(
    case: Case, kinds: Iterable[DeadlineKind] | None, *, turn: Assignment | None
) -> None:
    for clock in running(case, kinds, turn=turn):
        clock.void_at = case.now
        case.changes.deadlines.append(clock)
