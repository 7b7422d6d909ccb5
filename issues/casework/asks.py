"""What notices ask for, by name: whoever does it, everybody's notice of it counts as read.

Most of what is asked has a clock, so most is done where that clock is met, in whichever act. A name
is a path: with a turn all that was asked of it is over. The resident's word is no part of a turn,
since a matter may end without it; their notice then stays unread.
"""

from __future__ import annotations

from issues.casework.case import Case
from issues.enums.deadlines import DeadlineKind
from issues.models import Assignment, Commitment, Deadline

WORD = "word"
# To read what was added, and see what of it may be shown.
LOOK = "look"


def asked_of(turn: Assignment, kind: DeadlineKind | str) -> str:
    """What a clock of `kind` asks of the body whose turn it is."""
    return WORD if kind == DeadlineKind.CONFIRM else f"{_path(turn)}/{kind}"


def asked_by(clock: Deadline, turn: Assignment) -> str:
    """What this clock asks for; that of a promise asks that it be kept, in whichever turn."""
    if clock.commitment_id is not None:
        return _kept(clock.commitment_id)
    return asked_of(turn, clock.kind)


def done(case: Case, asked: str) -> None:
    case.changes.settled.add((case.issue.uid, asked))


def over(case: Case, turn: Assignment) -> None:
    """Nothing of what was asked in this turn is asked any more."""
    done(case, _path(turn))


def no_longer_owed(case: Case, promise: Commitment) -> None:
    """It was kept, or dropped."""
    if promise.pk is not None:
        done(case, _kept(promise.pk))


def _path(turn: Assignment) -> str:
    return f"turn{turn.turn}.{turn.body_id}"


def _kept(promise: int) -> str:
    return f"promise{promise}"
