"""居民评价: act on the resident's verdict, whichever way it was given (S9)."""

from __future__ import annotations

from accounts.models import User
from issues.casework import deadlines
from issues.casework.asks import asked_of
from issues.casework.case import Case
from issues.casework.closing import close
from issues.casework.moving_up import move_up, supervise
from issues.casework.stage import move_to
from issues.casework.tell import tell_body, tell_others
from issues.enums.activity import Resolved, Satisfaction, VerdictVia
from issues.enums.deadlines import DeadlineKind
from issues.enums.stages import Ending, Stage
from issues.enums.turns import Level, TurnCause
from issues.models import Verdict


def take_verdict(
    case: Case,
    *,
    by: User,
    via: VerdictVia,
    resolved: Resolved,
    satisfaction: Satisfaction | None,
    text: str,
    look_above: bool,
) -> None:
    """If solved, close the issue; if partly or not, have it put right."""
    verdict = Verdict(
        issue=case.issue,
        by=by,
        via=via,
        resolved=resolved,
        satisfaction=satisfaction or "",
        text=text,
        look_above=look_above,
        round=case.issue.unsolved_rounds + 1,
        given_at=case.now,
    )
    case.changes.activity.append(verdict)
    case.record(
        "word",
        {
            "resolved": verdict.resolved,
            "satisfaction": verdict.satisfaction,
            "via": verdict.via,
            "look_above": verdict.look_above,
            "round": verdict.round,
        },
        texts={"text": verdict.text},
    )
    deadlines.meet(case, DeadlineKind.CONFIRM, turn=case.lead)
    calls_for = asked_of(case.lead, DeadlineKind.RESOLVE)
    told = {"resolved": verdict.resolved, "said": verdict.text, "calls_for": calls_for}
    tell_body(case, case.lead.body, "word", **told)
    if verdict.resolved == Resolved.SOLVED:
        close(case, Ending.SOLVED)
        tell_others(case, "closed_there", sms=True)
    else:
        _send_back(case, verdict)


def _send_back(case: Case, verdict: Verdict) -> None:
    """补办: back to the same holder; on request, or the second time, one level up (rules §5)."""
    issue = case.issue
    issue.unsolved_rounds += 1
    move_to(case, Stage.DELIVER)
    case.touch()
    goes_up = verdict.look_above or issue.unsolved_rounds > 1
    at_office = issue.level == Level.DEPARTMENT and case.lead.body.general_office
    if goes_up and not at_office:
        move_up(case, TurnCause.WORD, reason=verdict.text)
        return
    deadlines.start(case, DeadlineKind.RESOLVE)
    if goes_up:
        supervise(case)
