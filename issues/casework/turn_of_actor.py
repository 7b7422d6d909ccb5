"""Find the turn and the body that the actor speaks for."""

from grids.models import Body
from issues.casework.case import Case
from issues.models import Assignment
from issues.queries.facts import holder_of
from issues.queries.own_turns import own_turns
from issues.refusals import NotYours
from issues.rules import HANDS, acts_for


def my_turn(case: Case) -> Assignment:
    """The lead turn if the actor speaks for its body, otherwise their joint turn."""
    assert case.standing is not None
    mine = own_turns(case.turns, case.standing)
    if not mine:
        raise NotYours
    return mine[0]


def body_of_actor(case: Case) -> Body:
    """The body of the actor's turn, if any is left; otherwise the grid or community they work at.

    What is over has no turns, and colleagues may still leave word.
    """
    assert case.standing is not None
    mine = own_turns(case.turns, case.standing)
    return mine[0].body if mine else _at_the_place(case)


def my_body(case: Case) -> Body:
    """The lead's body if the actor speaks for it, otherwise the grid or community they work at."""
    assert case.standing is not None
    if acts_for(case.standing, holder_of(case.lead)):
        return case.lead.body
    return _at_the_place(case)


def _at_the_place(case: Case) -> Body:
    assert case.standing is not None
    for body in (case.issue.grid, case.issue.community):
        if case.standing.holds(*HANDS[body.kind], body_id=body.pk):
            return body
    raise NotYours
