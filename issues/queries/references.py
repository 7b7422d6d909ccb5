"""Find issues by their numbers: for sentences that name them, and for searches."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q, QuerySet

from grids.enums import BodyKind
from grids.models import Body
from issues.models import Issue, ReferenceCounter
from issues.references import TypedNumber, is_place, read


def numbered(references: Collection[str]) -> list[Issue]:
    """The issues with their communities, in one query; only their numbers are read."""
    issues = Issue.objects.filter(reference__in=references).select_related("community")
    return list(issues.only("reference", "number", "year", "community"))


def asked_by_number(words: str, communities: QuerySet[Body]) -> Q | None:
    """Issues whose number is `words`; None if that is no number, or of no place that we know.

    A number that is said without a year is one of any year; without a place, of `communities`.
    """
    asked = read(words)
    if asked is None:
        return None
    if asked.reference:
        return Q(reference=asked.reference)
    if not asked.place:
        return _said_in(communities, asked)
    called = communities_called(asked.place)
    return _said_in(called, asked) if called else None


def communities_called(place: str) -> list[int]:
    """Those that are called so; their names are in an index of their own. One query."""
    known = Body.objects.filter(kind=BodyKind.COMMUNITY, active=True)
    rows = known.values_list("pk", "name", "short_name", "name_en", "prefix")
    return [key for key, *names in rows if is_place(place, *names)]


def _said_in(communities: QuerySet[Body] | list[int], asked: TypedNumber) -> Q:
    """By community, year and number, as the unique index has them."""
    years = ReferenceCounter.objects.filter(community__in=communities, last__gte=asked.number)
    if asked.year is not None:
        years = years.filter(year=asked.year)
    return Q(community__in=communities, year__in=years.values("year"), number=asked.number)
