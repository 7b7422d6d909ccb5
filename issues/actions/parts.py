"""Which of an issue's current turns the actor speaks for."""

from issues.actions.case import Case
from issues.enums import TurnRole
from issues.errors import NotYours
from issues.models import Assignment
from issues.queries.facts import holder_of
from issues.rules import acts_for


def my_turn(case: Case) -> Assignment:
    """The lead turn if the actor speaks for its body, else their joint one."""
    assert case.standing is not None
    mine = [turn for turn in case.current() if acts_for(case.standing, holder_of(turn))]
    for turn in mine:
        if turn.role == TurnRole.LEAD:
            return turn
    if not mine:
        raise NotYours
    return mine[0]
