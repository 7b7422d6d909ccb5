"""Take in an issue; whoever does so first stays the resident's contact to the end."""

from datetime import datetime

from accounts.models import User
from issues.casework import deadlines
from issues.casework.case import Case, opened
from issues.casework.tell import tell_resident
from issues.enums import Act, DeadlineKind, TurnRole
from issues.models import Assignment, Issue
from issues.queries.facts import holder_of
from issues.rules import acts_for


def receive(issue: Issue, *, actor: User, now: datetime) -> Issue:
    """Take in the turns of the bodies that `actor` speaks for; repeating it changes nothing."""
    with opened(issue, Act.RECEIVE, actor=actor, now=now) as case:
        for turn in case.current():
            if turn.received_at is None and _is_mine(case, turn):
                take_in(case, turn)
        return case.issue


def take_in(case: Case, turn: Assignment) -> None:
    turn.received_at = case.now
    turn.received_by = case.actor
    case.changes.assignments.append(turn)
    deadlines.meet(case, DeadlineKind.RECEIVE, turn=turn)
    if deadlines.running(case, [DeadlineKind.RESOLVE], turn=turn):
        # Supervisors waited only for the receipt: the result is not late yet.
        deadlines.meet(case, DeadlineKind.SUPERVISED, turn=turn)
    deadlines.start_at_receipt(case, turn)
    case.record("received", {"body": turn.body.code, "role": turn.role})
    if turn.role == TurnRole.LEAD:
        if case.issue.first_receiver_id is None:
            case.issue.first_receiver = case.actor
            case.touch()
        tell_resident(
            case,
            "received",
            key=f"turn{turn.turn}",
            sms=turn.turn == 1,
            body=turn.body.code,
        )


def _is_mine(case: Case, turn: Assignment) -> bool:
    assert case.standing is not None
    return acts_for(case.standing, holder_of(turn))
