"""Find the turn and the body that the actor speaks for."""

from grids.models import Body
from issues.casework.case import Case
from issues.enums import TurnRole
from issues.models import Assignment
from issues.queries.facts import holder_of
from issues.refusals import NotYours
from issues.rules import HANDS, acts_for


def my_turn(case: Case) -> Assignment:
    """The lead turn if the actor speaks for its body, otherwise their joint turn."""
    assert case.standing is not None
    mine = [turn for turn in case.current() if acts_for(case.standing, holder_of(turn))]
    for turn in mine:
        if turn.role == TurnRole.LEAD:
            return turn
    if not mine:
        raise NotYours
    return mine[0]


def my_body(case: Case) -> Body:
    """The lead's body if the actor speaks for it, otherwise the grid or community they work at."""
    assert case.standing is not None
    if acts_for(case.standing, holder_of(case.lead)):
        return case.lead.body
    for body in (case.issue.grid, case.issue.community):
        if case.standing.holds(*HANDS[body.kind], body_id=body.pk):
            return body
    raise NotYours
