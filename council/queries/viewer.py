"""Who asks, as the rules of the council know them."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from council.facts.viewer import Viewer
from council.models import CouncilMember
from grids.queries.where import home_path_of
from grids.standing import Standing


def viewer_of(standing: Standing, *, now: datetime) -> Viewer:
    """Two statements for a person, none for a visitor."""
    if standing.user_id is None:
        return Viewer(standing=standing)
    today = timezone.localdate(now)
    terms = CouncilMember.objects.on(today).filter(person=standing.user_id)
    return Viewer(
        standing=standing,
        home_path=home_path_of(standing.user_id),
        councils=frozenset(terms.values_list("council_id", flat=True)),
    )
