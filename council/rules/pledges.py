"""Who answers for a body that was asked."""

from __future__ import annotations

from council.facts.pledges import PledgeFacts
from council.facts.viewer import Viewer
from grids.enums import Role

# Whoever answers for a body, whatever kind of body it is.
SPEAKERS = (Role.CLERK, Role.SIGNER, Role.STAFF, Role.LEAD, Role.GRID_HEAD)


def answers_for(viewer: Viewer, pledge: PledgeFacts) -> bool:
    """Whoever speaks for the body; the street's dispatchers speak for its general office."""
    standing, body, street = viewer.standing, pledge.body_id, pledge.street_id
    if body is not None and standing.holds(*SPEAKERS, body_id=body):
        return True
    return street is not None and standing.holds(Role.DISPATCHER, body_id=street)
