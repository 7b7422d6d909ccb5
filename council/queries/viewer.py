"""Who asks, as the rules of the council know them."""

from __future__ import annotations

from datetime import datetime

from django.db.models import DateField
from django.utils import timezone

from accounts.queries.prepared import Given, PreparedQuery, given_key
from council.facts.viewer import Viewer
from council.models import CouncilMember
from grids.queries.where import home_path_of
from grids.standing import Standing

_terms = PreparedQuery(
    lambda: (
        CouncilMember.objects.on(Given("today", DateField()))
        .filter(person=given_key("person"))
        .order_by()
        .only("council_id")
    )
)


def viewer_of(standing: Standing, *, now: datetime) -> Viewer:
    """Two statements for a person, none for a visitor."""
    if standing.user_id is None:
        return Viewer(standing=standing)
    terms = _terms(person=standing.user_id, today=timezone.localdate(now))
    return Viewer(
        standing=standing,
        home_path=home_path_of(standing.user_id),
        councils=frozenset(term.council_id for term in terms),
    )
