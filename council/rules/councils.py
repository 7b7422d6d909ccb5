"""Who belongs to a council, looks after it and leads it."""

from __future__ import annotations

from council.facts.councils import CouncilFacts
from council.facts.viewer import Viewer
from grids.enums import Role


def belongs(viewer: Viewer, council: CouncilFacts) -> bool:
    """Lives where the council sits, works there, or is one of its members."""
    standing = viewer.standing
    if standing.user_id is None:
        return False
    return (
        viewer.home_path.startswith(council.path)
        or council.council_id in viewer.councils
        or standing.holds_over(Role.GRID_WORKER, Role.GRID_HEAD, path=council.path)
        or works_under(viewer, council)
        or looks_after(viewer, council)
    )


def works_under(viewer: Viewer, council: CouncilFacts) -> bool:
    """A grid worker or head of one of the grids for which the community's council sits."""
    return any(
        post.path.startswith(council.path)
        for post in viewer.standing.posts
        if post.role in {Role.GRID_WORKER, Role.GRID_HEAD}
    )


def looks_after(viewer: Viewer, council: CouncilFacts) -> bool:
    """Staff and lead of the community check and post."""
    return viewer.standing.holds_over(Role.STAFF, Role.LEAD, path=council.community_path)


def leads(viewer: Viewer, council: CouncilFacts) -> bool:
    """The community's lead confirms, appoints and recalls, as its party committee decided."""
    return viewer.standing.holds_over(Role.LEAD, path=council.community_path)


def recommends(viewer: Viewer, council: CouncilFacts) -> bool:
    return council.active and belongs(viewer, council)
