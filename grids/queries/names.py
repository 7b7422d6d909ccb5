"""Names of bodies, for sentences that know them by their codes."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count, F, Max, Value
from django.db.models.functions import Coalesce, NullIf

from grids.models import Body, Venue
from grids.models.body import in_english


def body_names(codes: Collection[str]) -> dict[str, str]:
    """Names by code in the active language, in one query. Unknown codes are left out."""
    bodies = Body.objects.filter(code__in=codes).only("code", "name", "name_en")
    return {body.code: body.display_name for body in bodies}


def venue_names(kept: Collection[str]) -> dict[str, str]:
    """What is kept of a place, “大槐树议事亭 · 三号楼前”, in the active language.

    It begins with the name of a venue where it has one, and is what it is where it has none.
    """
    if not in_english():
        return {place: place for place in kept}
    begins = {place: place.partition(" · ")[0] for place in kept}
    # Two places of one name may be called differently: then neither is said for the other.
    called = Venue.objects.filter(name__in=set(begins.values())).order_by().values("name")
    alike = called.annotate(ways=Count("name_en", distinct=True), way=Max("name_en"))
    english = dict(alike.filter(ways=1).exclude(way="").values_list("name", "way"))
    return {
        place: english.get(name, name) + place.removeprefix(name) for place, name in begins.items()
    }


def own_name() -> F | Coalesce:
    """`display_name` of the body that is read."""
    return _name("name")


def display_name(body: str = "body") -> F | Coalesce:
    """`Body.display_name` as SQL, for queries that read no bodies; `body` leads to the body."""
    return _name(f"{body}__name")


def _name(column: str) -> F | Coalesce:
    chinese = F(column)
    if not in_english():
        return chinese
    return Coalesce(NullIf(f"{column}_en", Value("")), chinese)
