"""Report the result; that of a department or partner is then checked on the spot."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from grids.enums import BodyKind
from issues.casework import deadlines
from issues.casework.ask_resident import ask_resident
from issues.casework.asks import asked_of
from issues.casework.case import Case, opened
from issues.casework.outcomes import check_result, write_outcome
from issues.casework.stage import move_to
from issues.casework.tell import tell_body, tell_others, tell_reporter
from issues.casework.turn_of_actor import my_turn
from issues.casework.turns import leave
from issues.duties import before_result
from issues.enums.acts import Act
from issues.enums.deadlines import DeadlineKind
from issues.enums.stages import Stage
from issues.enums.turns import TurnCause, TurnRole
from issues.inputs import NewOutcome
from issues.models import Assignment, Issue

CHECKED = frozenset({BodyKind.DEPARTMENT, BodyKind.PARTNER})


def deliver(
    issue: Issue, *, actor: User, now: datetime, result: NewOutcome, seen: int | None = None
) -> Issue:
    """Record the result: the lead's ends the lead's clock, a joint body's ends only its own part.

    No promise has to be made first if class and level allow DELIVER from the present stage.
    """
    with opened(issue, Act.DELIVER, actor=actor, now=now, seen=seen) as case:
        turn = my_turn(case)
        leads = turn.role == TurnRole.LEAD
        if leads:
            _check(case)
        result = check_result(result)
        if leads:
            move_to(case, Stage.DELIVER)
        needs_check = leads and turn.body.kind in CHECKED
        write_outcome(case, turn, result, actor=actor, needs_verification=needs_check)
        if not leads:
            _finish_part(case, turn, said=result.text)
        elif needs_check:
            _await_check(case, turn, said=result.text)
        else:
            ask_resident(case, said=result.text)
        return case.issue


def _check(case: Case) -> None:
    if case.facts.awaits_verification:
        raise Refused(_("The result is reported already and waits to be checked."))
    missing = before_result(case.facts)
    if missing:
        raise Refused(missing)


def _finish_part(case: Case, turn: Assignment, *, said: str) -> None:
    deadlines.meet(
        case, DeadlineKind.RECEIVE, DeadlineKind.RESOLVE, DeadlineKind.SUPERVISED, turn=turn
    )
    leave(case, turn, TurnCause.DONE)
    calls_for = asked_of(case.lead, DeadlineKind.RESOLVE)
    told = {"part": turn.body.code, "said": said, "calls_for": calls_for}
    tell_body(case, case.lead.body, "part_done", **told)


def _await_check(case: Case, turn: Assignment, *, said: str) -> None:
    met = (
        DeadlineKind.RECEIVE,
        DeadlineKind.RESPOND,
        DeadlineKind.RESOLVE,
        DeadlineKind.SUPERVISED,
        DeadlineKind.DISPATCH,
    )
    deadlines.meet(case, *met, turn=turn)
    deadlines.start(case, DeadlineKind.VERIFY)
    told = {"body": turn.body.code, "said": said}
    calls_for = asked_of(turn, DeadlineKind.VERIFY)
    for body in (case.issue.grid, case.issue.community):
        tell_body(case, body, "to_verify", calls_for=calls_for, **told)
    tell_reporter(case, "delivered", sms=False, **told)
    tell_others(case, "delivered_there", said=said)
