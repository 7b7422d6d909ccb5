"""Carry out what the clock decided about one issue."""

from __future__ import annotations

from grids.models import Body
from issues.casework import deadlines
from issues.casework.asks import WORD, asked_by
from issues.casework.case import Case
from issues.casework.closing import close
from issues.casework.moving_up import move_up, successor, supervise
from issues.casework.tell import tell_above, tell_body, tell_community, tell_others, tell_reporter
from issues.casework.turns import open_lead
from issues.chain.decision import Clock, ClockMove, Decision, decide
from issues.enums.deadlines import DeadlineKind, OnBreach
from issues.enums.stages import Ending
from issues.enums.turns import Level, TurnCause, TurnRole
from issues.models import Assignment, Deadline


def apply(case: Case) -> Decision:
    """Decide, and put what follows into the case's changes; without a due clock, nothing."""
    rows = {row.pk: row for row in case.clocks}
    decision = decide(
        [_clock(case, row) for row in case.clocks],
        level=Level(case.issue.level),
        is_dispute=case.issue.is_dispute,
        can_hand_over=successor(case) is not None,
        now=case.now,
    )
    for clock in decision.remind:
        _remind(case, rows[clock.pk])
    for clock in decision.missed:
        _miss(case, rows[clock.pk])
    if decision.because is not None:
        _move(case, decision.move, rows[decision.because.pk])
    if decision.missed:
        _follow_up(case, [rows[clock.pk] for clock in decision.missed])
        case.issue.version += 1
        case.touch()
    return decision


def _clock(case: Case, row: Deadline) -> Clock:
    return Clock(
        pk=row.pk,
        kind=DeadlineKind(row.kind),
        role=TurnRole(turn_of(case, row).role),
        due_at=row.due_at,
        wake_at=row.wake_at,
        on_breach=on_breach(case, row),
    )


def turn_of(case: Case, row: Deadline) -> Assignment:
    """The turn that a clock belongs to; a promise's clock belongs to the turn of its body."""
    if row.assignment is not None:
        return row.assignment
    body = row.commitment.body_id if row.commitment is not None else 0
    return next((turn for turn in case.current() if turn.body_id == body), case.lead)


def owing(case: Case, row: Deadline) -> Body:
    """The body that has to act: for checking a result on the spot, the grid."""
    return case.issue.grid if row.kind == DeadlineKind.VERIFY else turn_of(case, row).body


def on_breach(case: Case, row: Deadline) -> OnBreach:
    """What a breach brings, by the rule; a clock without one reminds, or urges a joint body."""
    rule = case.context.policy.row(row.rule_id) or row.rule
    if rule is not None:
        return OnBreach(rule.on_breach)
    is_part = row.kind == DeadlineKind.RESOLVE and turn_of(case, row).role == TurnRole.JOINT
    return OnBreach.URGE if is_part else OnBreach.TELL_ABOVE


def _remind(case: Case, row: Deadline) -> None:
    row.reminded_at, row.wake_at = case.now, row.due_at
    case.changes.deadlines.append(row)
    if row.kind == DeadlineKind.CONFIRM:
        tell_reporter(case, "ask_again", key=f"d{row.pk}", calls_for=WORD)
        return
    told = {**_named(case, row), "due": row.due_at.isoformat()}
    tell_body(case, owing(case, row), "reminder", **told)


def _miss(case: Case, row: Deadline) -> None:
    """Write down the breach; it stays on the record of the body that missed the clock."""
    row.breached_at = case.now
    case.changes.deadlines.append(row)
    if row.kind == DeadlineKind.CONFIRM:
        return
    owes = owing(case, row)
    due = row.due_at.isoformat()
    told = {**_named(case, row), "due": due}
    case.record("missed", {"clock": row.kind, "due": due, "body": owes.code}, progress=False)
    tell_body(case, owes, "missed", **told)
    if row.kind == DeadlineKind.VERIFY:
        tell_community(case, "missed_below", body=owes.code, **told)
    elif on_breach(case, row) == OnBreach.TELL_ABOVE:
        tell_above(case, "missed_below", body=owes.code, **told)


def _move(case: Case, move: ClockMove, missed: Deadline) -> None:
    if move is ClockMove.CLOSE:
        close(case, Ending.NO_ANSWER)
        tell_reporter(case, "closed_unanswered", key=f"d{missed.pk}", sms=False)
        tell_others(case, "closed_there", key=f"d{missed.pk}")
    elif move is ClockMove.PUSH_UP:
        move_up(case, TurnCause.CLOCK, missed=missed.kind)
    elif move is ClockMove.HAND_OVER:
        heir = successor(case)
        assert heir is not None, "decided only where there is one"
        open_lead(case, heir, Level.DEPARTMENT, TurnCause.HANDED_OVER, missed=missed.kind)
    elif move is ClockMove.SUPERVISE:
        supervise(case, missed=missed)


def _follow_up(case: Case, missed: list[Deadline]) -> None:
    """Urge joint bodies, repeat checks: after a breach too, some clock must always run."""
    if not case.issue.is_open:
        return
    # A missed supervision comes first, so that the count of its rounds goes on.
    for row in sorted(missed, key=lambda row: row.kind != DeadlineKind.SUPERVISED):
        turn = turn_of(case, row)
        if turn.left_at is not None:
            continue
        if turn.role == TurnRole.JOINT and row.kind != DeadlineKind.COMMITMENT:
            _urge(case, row, turn)
        elif row.kind == DeadlineKind.VERIFY:
            deadlines.start(case, DeadlineKind.VERIFY, turn=turn, round=row.round + 1)
    if not deadlines.running(case):
        supervise(case, missed=missed[-1])


def _urge(case: Case, row: Deadline, turn: Assignment) -> None:
    """Urge the body itself the first time; call in its supervisors after that (rules §6)."""
    if row.kind == DeadlineKind.SUPERVISED:
        supervise(case, missed=row, turn=turn)
    elif not deadlines.running(case, [DeadlineKind.SUPERVISED], turn=turn):
        deadlines.start(case, DeadlineKind.SUPERVISED, turn=turn)
        tell_body(case, turn.body, "urged", **_named(case, row))


def _named(case: Case, row: Deadline) -> dict[str, str]:
    """How a notice names the clock, and what it calls for."""
    calls_for = asked_by(row, turn_of(case, row))
    return {"key": f"d{row.pk}", "kind_of": row.kind, "calls_for": calls_for}
