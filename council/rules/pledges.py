"""Who answers for a body that was asked, and whether there is something to answer."""

from __future__ import annotations

from collections.abc import Mapping

from council.enums.decisions import LAPSES, Hindrance
from council.facts.pledges import PledgeFacts
from council.facts.viewer import Viewer
from grids.enums import Role
from issues.enums.stages import ENDED_STAGES, Stage
from issues.mandate import SITTING_ACTS, SittingAct

# Whoever answers for a body, whatever kind of body it is.
SPEAKERS = (Role.CLERK, Role.SIGNER, Role.STAFF, Role.LEAD, Role.GRID_HEAD)

# Stages at which an open matter takes no promise.
NOT_PROMISED_AT: Mapping[Stage, Hindrance] = {
    Stage.COLLECT: Hindrance.NO_CLASS,
    Stage.CONFIRM: Hindrance.WITH_RESIDENT,
}


def answers_for(viewer: Viewer, pledge: PledgeFacts) -> bool:
    """Whoever speaks for the body; the street's dispatchers speak for its general office."""
    standing, body, street = viewer.standing, pledge.body_id, pledge.street_id
    if body is not None and standing.holds(*SPEAKERS, body_id=body):
        return True
    return street is not None and standing.holds(Role.DISPATCHER, body_id=street)


def hindrance_of(pledge: PledgeFacts) -> Hindrance | None:
    """Why the body can't promise it, first what can't change any more; None where it can.

    Its matter takes a promise, by a day to come, of a body that has a part or may have one.
    """
    if pledge.stage is None:
        return Hindrance.NO_MATTER
    if pledge.stage in ENDED_STAGES:
        return Hindrance.ENDED
    takes_part = pledge.has_part or pledge.may_join
    if pledge.had_part and not takes_part:
        return Hindrance.PASSED_ON
    if pledge.is_past:
        return Hindrance.PAST
    if pledge.stage not in SITTING_ACTS[SittingAct.ACCEPT_PLEDGE].stages:
        return NOT_PROMISED_AT[pledge.stage]
    return None if takes_part else Hindrance.NO_PART


def has_lapsed(pledge: PledgeFacts) -> bool:
    """Whatever anybody answers, nothing can come of it any more."""
    return hindrance_of(pledge) in LAPSES


def may_promise(pledge: PledgeFacts) -> bool:
    return hindrance_of(pledge) is None
