"""Which community and grid a reader is looking at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from grids.codes import plain_code
from grids.models import Body
from grids.models.body import in_english
from notifications.version import Version

GRID_COOKIE = settings.COOKIE_PREFIX + "grid"
YEAR = 365 * 24 * 3600


# Raw SQL, since building it from expressions takes longer than the query itself. The grid that
# this browser remembers is preferred to the grid of the home.
HERE = """
WITH chosen AS (
    SELECT id, parent_id FROM grids_body
    WHERE kind = 'grid' AND active AND (code = %(grid)s OR id = (
        SELECT b.grid_id FROM grids_residence r JOIN grids_building b ON b.id = r.building_id
        WHERE r.user_id = %(user)s
    ))
    ORDER BY code <> %(grid)s LIMIT 1
), community AS NOT MATERIALIZED (
    SELECT id, code, path FROM grids_body WHERE kind = 'community' AND active
), here AS (
    SELECT coalesce(
        (SELECT id FROM community WHERE code = %(community)s),
        (SELECT community.id FROM community JOIN chosen ON chosen.parent_id = community.id),
        (SELECT id FROM community ORDER BY path LIMIT 1)
    ) AS id
)
SELECT grids_body.*, id = (SELECT id FROM chosen) AS is_chosen,
    CASE kind WHEN 'community' THEN ARRAY(
        SELECT happening.id FROM notifications_happening happening
        WHERE happening.place = 'public:' || grids_body.id ORDER BY happening.id DESC LIMIT 8
    ) END AS news{elsewhere} FROM grids_body
WHERE active AND (
    (kind = 'community' AND id = (SELECT id FROM here))
    OR (kind = 'grid' AND parent_id = (SELECT id FROM here))
)
ORDER BY path
"""
# Read once, with the community; named as `Body.call_name` names a body.
ELSEWHERE = """,
    CASE kind WHEN 'community' THEN ARRAY(
        SELECT code FROM grids_body WHERE kind = 'community' AND active ORDER BY path
    ) END AS codes,
    CASE kind WHEN 'community' THEN ARRAY(
        SELECT coalesce(
            CASE WHEN %(english)s THEN nullif(name_en, '') END, nullif(short_name, ''), name
        ) FROM grids_body WHERE kind = 'community' AND active ORDER BY path
    ) END AS names
"""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another community that the reader may choose."""

    code: str
    call_name: str


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`grid` is None until a cookie or the residence says it."""

    community: Body
    grids: Sequence[Body]
    grid: Body | None
    others: Sequence[Elsewhere] = ()

    @property
    def version(self) -> Version:
        """What of the community everybody could read, before anything else was read."""
        return Version((tuple(getattr(self.community, "news", None) or ()),))


def community_of_request(
    request: HttpRequest, *, others: bool = False, code: str = ""
) -> Whereabouts | None:
    """The community asked for, otherwise that of the chosen grid, of the home, or the first.

    One query. None if there is no active community. With `others`, all others by name. `code` is
    of a community that a form names.
    """
    asked = {
        "community": plain_code(code or request.GET.get("community", "")),
        "grid": plain_code(request.COOKIES.get(GRID_COOKIE, "")),
        "user": request.user.pk,
        "english": in_english(),
    }
    bodies = list(Body.objects.raw(HERE.format(elsewhere=ELSEWHERE if others else ""), asked))
    if not bodies:
        return None
    # Ordered by path, the community comes before its grids.
    place, grids = bodies[0], sorted(bodies[1:], key=_natural)
    grid = next((one for one in grids if getattr(one, "is_chosen", False)), None)
    named = zip(getattr(place, "codes", ()), getattr(place, "names", ()), strict=True)
    elsewhere = [Elsewhere(code, name) for code, name in named if code != place.code]
    return Whereabouts(place, grids, grid, elsewhere)


def _natural(grid: Body) -> tuple[int, str]:
    """Sorts ZJD-2 before ZJD-10."""
    return (len(grid.code), grid.code)
