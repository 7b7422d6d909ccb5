"""Who answers for a body that was asked."""

from __future__ import annotations

from council.facts.pledges import PledgeFacts
from council.facts.viewer import Viewer
from grids.enums import Role

# Whoever answers for a body, whatever kind of body it is.
SPEAKERS = (Role.CLERK, Role.SIGNER, Role.STAFF, Role.LEAD, Role.GRID_HEAD)


def answers_for(viewer: Viewer, pledge: PledgeFacts) -> bool:
    return pledge.body_id is not None and viewer.standing.holds(*SPEAKERS, body_id=pledge.body_id)
