"""The working hours by which the clocks of one's own matters count."""

from __future__ import annotations

from django.db.models import Q

from clocks.queries.calendar import working_hours
from grids.enums import BodyKind
from grids.models import Body
from grids.standing import Standing

# Of a district with hundreds of communities the first are enough to see how they work.
MOST = 30


def hours_of(standing: Standing) -> list[tuple[str, str]]:
    """The name and the hours of each community that lies above or below somebody's posts."""
    near = Q(pk__in=[])
    for path in standing.paths():
        ids = [int(part) for part in path.split("/") if part]
        near |= Q(path__startswith=path) | Q(pk__in=ids)
        # Departments serve the communities of their street.
        near |= Q(parent__in=ids)
    rows = Body.objects.filter(near, kind=BodyKind.COMMUNITY, active=True)
    communities = rows.select_related("schedule").order_by("path")[:MOST]
    return [(each.display_name, str(working_hours(each.schedule))) for each in communities]
