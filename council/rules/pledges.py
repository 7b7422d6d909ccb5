"""Who answers for a body that was asked, and whether there is something to answer."""

from __future__ import annotations

from council.facts.pledges import PledgeFacts
from council.facts.viewer import Viewer
from grids.enums import Role
from issues.enums.stages import ENDED_STAGES
from issues.mandate import SITTING_ACTS, SittingAct

# Whoever answers for a body, whatever kind of body it is.
SPEAKERS = (Role.CLERK, Role.SIGNER, Role.STAFF, Role.LEAD, Role.GRID_HEAD)


def answers_for(viewer: Viewer, pledge: PledgeFacts) -> bool:
    """Whoever speaks for the body; the street's dispatchers speak for its general office."""
    standing, body, street = viewer.standing, pledge.body_id, pledge.street_id
    if body is not None and standing.holds(*SPEAKERS, body_id=body):
        return True
    return street is not None and standing.holds(Role.DISPATCHER, body_id=street)


def has_lapsed(pledge: PledgeFacts) -> bool:
    """Whatever anybody answers, nothing can come of it any more."""
    if pledge.stage is None:
        return False
    passed_on = pledge.had_part and not pledge.has_part and not pledge.may_join
    return pledge.stage in ENDED_STAGES or passed_on


def may_promise(pledge: PledgeFacts) -> bool:
    """Its matter takes a promise, by a day to come, of a body that has a part or may have one."""
    takes_one = pledge.stage in SITTING_ACTS[SittingAct.ACCEPT_PLEDGE].stages
    return takes_one and not pledge.is_past and (pledge.has_part or pledge.may_join)
