"""Who calls for ideas."""

from __future__ import annotations

from council.facts.calls import CallFacts
from council.facts.councils import CouncilFacts
from council.facts.viewer import Viewer
from council.rules.councils import looks_after
from grids.enums import Role


def calls_for_ideas(viewer: Viewer, council: CouncilFacts) -> bool:
    """In the council's name: the community's staff and lead, and the head of its grid."""
    return looks_after(viewer, council) or viewer.standing.holds_over(
        Role.GRID_HEAD, path=council.path
    )


def acts_in_its_name(viewer: Viewer, call: CallFacts) -> bool:
    """Whoever could have opened it."""
    return calls_for_ideas(viewer, call.council)
