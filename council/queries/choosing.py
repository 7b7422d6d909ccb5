"""Which councils a form offers, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from council.facts.viewer import Viewer
from council.models import Council
from council.queries.agenda import matters_by_number
from grids.codes import plain_code
from grids.queries.where import venue_by_code


def councils_for(
    found: Sequence[Council], viewer: Viewer, *, venue: str = "", matter: str = ""
) -> Sequence[Council]:
    """The councils of `found` that sit where the venue or the matter lies, the nearest first.

    For a venue it is its own grid's council alone, if there is one. If none sits there, all are
    offered.
    """
    there = _at_venue(found, venue) or _of_matter(found, viewer, matter)
    return there or own_first(found, viewer)


def own_first(found: Collection[Council], viewer: Viewer) -> Sequence[Council]:
    """First the councils in which the person sits, then those where they are posted, then all."""
    paths = viewer.standing.paths()

    def distance(council: Council) -> tuple[bool, bool, str]:
        path = council.body.path
        return council.pk not in viewer.councils, path not in paths, path

    return sorted(found, key=distance)


def _at_venue(found: Sequence[Council], code: str) -> Sequence[Council]:
    venue = venue_by_code(plain_code(code)) if code else None
    if venue is None:
        return ()
    own = [one for one in found if one.body_id == venue.grid_id]
    return own or _around(found, venue.grid.path)


def _of_matter(found: Sequence[Council], viewer: Viewer, number: str) -> Sequence[Council]:
    paths = [one.body.path for one in found]
    matters = matters_by_number(number, paths, viewer.standing) if number else ()
    return _around(found, matters[0].grid.path) if len(matters) == 1 else ()


def _around(found: Sequence[Council], path: str) -> Sequence[Council]:
    there = [one for one in found if path.startswith(one.body.path)]
    return sorted(there, key=lambda one: len(one.body.path), reverse=True)
