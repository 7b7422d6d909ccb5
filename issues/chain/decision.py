"""What the clock decides about one issue, as a pure function. Times are aware datetimes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from issues.enums.deadlines import DeadlineKind, OnBreach
from issues.enums.turns import Level, TurnRole


@dataclass(frozen=True, slots=True)
class Clock:
    """A running deadline as the decision sees it; `pk` tells which."""

    pk: int
    kind: DeadlineKind
    role: TurnRole
    due_at: datetime
    wake_at: datetime
    on_breach: OnBreach


class ClockMove(Enum):
    """What happens to the issue itself; at most one at a time."""

    STAY = "stay"
    PUSH_UP = "push_up"
    HAND_OVER = "hand_over"
    SUPERVISE = "supervise"
    CLOSE = "close"


STRONGEST_FIRST = (ClockMove.CLOSE, ClockMove.PUSH_UP, ClockMove.HAND_OVER, ClockMove.SUPERVISE)
ENDS_THE_TURN = frozenset({ClockMove.CLOSE, ClockMove.PUSH_UP, ClockMove.HAND_OVER})


@dataclass(frozen=True, slots=True)
class Decision:
    """`missed` are breached now, `remind` only reminded; `because` is the clock that moved it."""

    move: ClockMove
    missed: tuple[Clock, ...] = ()
    remind: tuple[Clock, ...] = ()
    because: Clock | None = None

    @property
    def is_empty(self) -> bool:
        return not self.missed and not self.remind


def decide(
    clocks: Sequence[Clock],
    *,
    level: Level,
    is_dispute: bool,
    can_hand_over: bool,
    now: datetime,
) -> Decision:
    """One decision for all clocks of an issue that have run out by `now`.

    The strongest consequence wins: close, push up, hand over, supervise. A dispute is never
    pushed to departments by a clock (rules §5), and a department has nobody above it but its
    district's competent body and the supervisors (rules §6).
    """
    missed = tuple(sorted((c for c in clocks if c.due_at <= now), key=lambda c: (c.due_at, c.pk)))
    remind = tuple(c for c in clocks if c.wake_at <= now < c.due_at)
    for move, clock in _moves(missed, level, is_dispute=is_dispute, can_hand_over=can_hand_over):
        if move in ENDS_THE_TURN:
            # Nobody is reminded of what is taken from them in the same moment.
            remind = tuple(
                c for c in remind if c.role == TurnRole.JOINT and move != ClockMove.CLOSE
            )
        return Decision(move, missed, remind, clock)
    return Decision(ClockMove.STAY, missed, remind)


def _moves(
    missed: Sequence[Clock], level: Level, *, is_dispute: bool, can_hand_over: bool
) -> list[tuple[ClockMove, Clock]]:
    """Every move that the missed clocks of the lead ask for, strongest first."""
    asked: list[tuple[ClockMove, Clock]] = []
    for clock in missed:
        if clock.role == TurnRole.JOINT:
            continue
        move = _asked(clock, level, is_dispute=is_dispute, can_hand_over=can_hand_over)
        if move is not ClockMove.STAY:
            asked.append((move, clock))
    return sorted(asked, key=_strength)


def _strength(asked: tuple[ClockMove, Clock]) -> tuple[int, bool]:
    """A supervision missed again goes before a first one, so that its rounds are counted on."""
    move, clock = asked
    return STRONGEST_FIRST.index(move), clock.kind != DeadlineKind.SUPERVISED


def _asked(clock: Clock, level: Level, *, is_dispute: bool, can_hand_over: bool) -> ClockMove:
    if clock.on_breach == OnBreach.CLOSE:
        return ClockMove.CLOSE
    if clock.on_breach == OnBreach.PUSH_UP:
        moves_up = level == Level.GRID or (level == Level.COMMUNITY and not is_dispute)
        return ClockMove.PUSH_UP if moves_up else ClockMove.SUPERVISE
    if clock.on_breach == OnBreach.SUPERVISE:
        if clock.kind == DeadlineKind.RESOLVE and level == Level.DEPARTMENT and can_hand_over:
            return ClockMove.HAND_OVER
        return ClockMove.SUPERVISE
    return ClockMove.STAY
