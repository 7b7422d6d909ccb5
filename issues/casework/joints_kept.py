"""Bodies that were asked into a matter that is merged stay asked in the one that goes on."""

from __future__ import annotations

from issues.casework import deadlines
from issues.casework.case import Case
from issues.casework.earlier_dates import as_it_is, run
from issues.casework.turns import open_joint
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import Visibility
from issues.models import Assignment, Deadline


def take_joints(case: Case, other: Case) -> list[str]:
    """Let the other's joint bodies join `case`, with their earlier dates, even missed ones.

    Returns the codes of the bodies that are new to `case`. The body that leads `case` gets no joint
    turn: what it owes, it owes as the lead.
    """
    came = []
    for part in other.joints:
        if part.body_id == case.lead.body_id:
            continue
        turn = next((one for one in case.joints if one.body_id == part.body_id), None)
        if turn is None:
            turn = open_joint(case, part.body, reason=_reason(other, part))
            came.append(part.body.code)
        _take_dates(case, turn, other, part)
    return came


def _reason(other: Case, part: Assignment) -> str:
    """The reason of the turn; none if its matter isn't public, since the other one may be."""
    return part.reason if other.issue.visibility == Visibility.PUBLIC else ""


def _take_dates(case: Case, turn: Assignment, other: Case, part: Assignment) -> None:
    for kind in (DeadlineKind.RECEIVE, DeadlineKind.RESOLVE):
        theirs, mine = _owed(other, part, kind), _owed(case, turn, kind)
        if theirs is None or (kind == DeadlineKind.RECEIVE and turn.received_at is not None):
            continue
        if mine is None or theirs.due_at < mine.due_at:
            running = deadlines.running(case, [kind], turn=turn)
            run(case, kind, as_it_is(theirs), running[0] if running else None, turn=turn)


def _owed(case: Case, turn: Assignment, kind: DeadlineKind) -> Deadline | None:
    """Its running clock, otherwise the one that was missed last."""
    running = deadlines.running(case, [kind], turn=turn)
    late = [one for one in case.late if one.kind == kind and one.assignment_id == turn.pk]
    return running[0] if running else max(late, key=lambda one: one.due_at, default=None)
