"""签收: a body has seen what came to it."""

from issues.casework import deadlines
from issues.casework.case import Case
from issues.casework.tell import tell_resident
from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import TurnRole
from issues.models import Assignment


def take_in(case: Case, turn: Assignment) -> None:
    turn.received_at = case.now
    turn.received_by = turn.assignee = case.actor
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
            **(
                deadlines.dates_told(case, DeadlineKind.RESPOND)
                or deadlines.dates_told(case, DeadlineKind.RESOLVE)
            ),
        )
