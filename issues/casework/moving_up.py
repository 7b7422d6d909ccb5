"""Move an issue up one level: by hand, by a clock, or by the resident's word (rules §6)."""

from __future__ import annotations

from grids.models import Body
from issues.casework import deadlines
from issues.casework.asks import asked_of
from issues.casework.case import Case
from issues.casework.tell import tell_supervisors
from issues.casework.turns import open_lead
from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import Level, TurnCause
from issues.models import Assignment, Deadline


def move_up(
    case: Case, cause: TurnCause, *, reason: str = "", tried: str = "", missed: str = ""
) -> Assignment:
    """Grid → community → department; from a department to the street, which looks at it again."""
    if case.issue.level == Level.GRID:
        level, target = Level.COMMUNITY, case.issue.community
    else:
        level, target = Level.DEPARTMENT, _department(case)
    return open_lead(case, target, level, cause, reason=reason, tried=tried, missed=missed)


def street_of(case: Case) -> int:
    street = case.issue.community.parent_id
    assert street is not None, "a community stands under a street, kept by a trigger"
    return street


def _department(case: Case) -> Body:
    """The competent body if there is only one; otherwise the general office, to name a lead."""
    routing, issue = case.context.routing, case.issue
    street = street_of(case)
    if issue.level != Level.DEPARTMENT:
        competent = routing.competent(street, issue.category_id)
        if len(competent) == 1:
            return routing.bodies[competent[0]]
    office = routing.general_office(street)
    assert office is not None, "an active street has a general office, kept by a trigger"
    return routing.bodies[office]


def successor(case: Case) -> Body | None:
    """The district's competent body for what a street's department missed; None if not just one."""
    issue = case.issue
    if issue.is_dispute or issue.level != Level.DEPARTMENT:
        return None
    street = street_of(case)
    if case.lead.body.parent_id != street:
        return None
    routing = case.context.routing
    competent = routing.competent(street, issue.category_id, level="district")
    return routing.bodies[competent[0]] if len(competent) == 1 else None


def supervise(
    case: Case, *, missed: Deadline | None = None, turn: Assignment | None = None
) -> None:
    """Tell the supervisors and start a clock, which brings us here again until someone acts."""
    turn = turn or case.lead
    if deadlines.running(case, [DeadlineKind.SUPERVISED], turn=turn):
        return
    again = missed is not None and missed.kind == DeadlineKind.SUPERVISED
    round = missed.round + 1 if missed is not None and again else 1
    deadlines.start(case, DeadlineKind.SUPERVISED, turn=turn, round=round)
    why = {
        "round": round,
        "missed": missed.kind if missed is not None else "",
        "body": turn.body.code,
    }
    case.record("supervised", why, progress=False)
    calls_for = asked_of(turn, DeadlineKind.SUPERVISED)
    tell_supervisors(case, "supervised", key=_key(missed), calls_for=calls_for, **why)


def _key(missed: Deadline | None) -> str:
    return f"d{missed.pk}" if missed is not None else ""
