"""Give an issue to a body, and end its turn."""

from __future__ import annotations

from grids.models import Body
from issues.casework import asks, deadlines
from issues.casework.case import Case
from issues.casework.tell import tell_body, tell_resident
from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import Level, TurnCause, TurnRole
from issues.models import Assignment

# The acts with these causes tell people themselves, in other words.
UNTOLD = frozenset({TurnCause.RAISED, TurnCause.SPLIT_OFF})


def open_lead(
    case: Case,
    body: Body,
    level: Level,
    cause: TurnCause,
    *,
    reason: str = "",
    tried: str = "",
    missed: str = "",
    number: int = 1,
) -> Assignment:
    """End the current lead turn and begin `body`'s, with the clocks of its level.

    The old turn ends first, so that `case.lead` is the new one for all that follows. `number` is
    the number of the new turn if no turn is current.
    """
    before = case.lead if case.turns else None
    for part in [turn for turn in case.joints if turn.body_id == body.pk]:
        # The lead is no longer a joint body, but it still owes what it promised as one.
        leave(case, part, cause, keeps_promises=True)
    if before is not None:
        before.left_at, before.left_cause = case.now, cause
    turn = Assignment(
        issue=case.issue,
        body=body,
        role=TurnRole.LEAD,
        level=level,
        turn=number if before is None else before.turn + 1,
        cause=cause,
        reason=reason,
        tried=tried,
        missed_kind=missed,
        sent_by=case.actor,
        started_at=case.now,
    )
    _begin(case, turn)
    if before is not None:
        deadlines.keep_talk(case, before, turn)
        leave(case, before, cause, keeps_promises=before.body_id == body.pk)
    if case.issue.level != level:
        case.issue.level = level
        case.touch()
    if waits_for_a_lead(case, turn):
        deadlines.start(case, DeadlineKind.DISPATCH, turn=turn)
    else:
        deadlines.start_turn(case, turn)
    deadlines.follow_lead(case)
    if cause not in UNTOLD:
        _tell_moved(case, turn)
    return turn


def _tell_moved(case: Case, turn: Assignment) -> None:
    dates = deadlines.dates_told(case, DeadlineKind.RESOLVE)
    body, level, cause = turn.body.code, Level(turn.level).value, TurnCause(turn.cause).value
    tell_resident(case, "moved", level=level, cause=cause, body=body, **dates)


def waits_for_a_lead(case: Case, turn: Assignment) -> bool:
    """True at the general office, which only has to name a lead, unless it was named itself."""
    return turn.body.general_office and turn.cause != TurnCause.NAMED


def open_joint(case: Case, body: Body, *, reason: str = "") -> Assignment:
    """Begin a joint turn of `body`; its result is due when the lead's is."""
    turn = Assignment(
        issue=case.issue,
        body=body,
        role=TurnRole.JOINT,
        level=Level(case.issue.level),
        turn=case.lead.turn,
        cause=TurnCause.JOINED,
        reason=reason,
        sent_by=case.actor,
        started_at=case.now,
    )
    _begin(case, turn)
    deadlines.start_turn(case, turn)
    for clock in deadlines.running(case, [DeadlineKind.RESOLVE], turn=case.lead):
        deadlines.start_until(case, DeadlineKind.RESOLVE, clock.due_at, turn=turn, why="lead")
    return turn


def _begin(case: Case, turn: Assignment) -> None:
    case.turns.append(turn)
    case.changes.assignments.append(turn)
    case.record(
        "turn",
        {
            "body": turn.body.code,
            "level": turn.level,
            "role": turn.role,
            "cause": turn.cause,
            "missed": turn.missed_kind,
        },
        texts={"reason": turn.reason, "tried": turn.tried},
    )
    tell_body(
        case,
        turn.body,
        "came",
        key=f"{turn.role}{turn.turn}.{turn.body_id}.v{case.issue.version}",
        calls_for=asks.asked_of(turn, DeadlineKind.RECEIVE),
        cause=turn.cause,
        role=turn.role,
        said=turn.reason,
    )


def leave(case: Case, turn: Assignment, cause: TurnCause, *, keeps_promises: bool = False) -> None:
    """End a turn and void its running clocks; missed ones stay on its record."""
    turn.left_at = case.now
    turn.left_cause = cause
    case.changes.assignments.append(turn)
    deadlines.void(case, turn=turn)
    asks.over(case, turn)
    if not keeps_promises:
        _drop_promises(case, turn)


def _drop_promises(case: Case, turn: Assignment) -> None:
    """Drop the body's open promises, late or not."""
    for clock in deadlines.running(case, [DeadlineKind.COMMITMENT]):
        if clock.commitment is not None and clock.commitment.body_id == turn.body_id:
            clock.void_at = case.now
            case.changes.deadlines.append(clock)
    for promise in case.open_promises(turn.body_id):
        promise.dropped_at = case.now
        asks.no_longer_owed(case, promise)
        case.changes.commitments.append(promise)


def end_turns(case: Case, cause: TurnCause = TurnCause.ENDED) -> None:
    """End all turns and void all clocks, as for an issue that has ended."""
    for turn in case.current():
        leave(case, turn, cause)
    deadlines.void(case)
