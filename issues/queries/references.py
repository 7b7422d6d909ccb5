"""Find issues by their numbers: for sentences that name them, and for searches."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat, NullIf

from issues.models import Issue
from issues.references import read


def numbered(references: Collection[str]) -> list[Issue]:
    """The issues with their communities, in one query; only their numbers are read."""
    issues = Issue.objects.filter(reference__in=references).select_related("community")
    return list(issues.only("reference", "number", "community"))


def asked_by_number(words: str) -> Q:
    """Issues whose number is `words`; an empty Q, which an OR ignores, if that is no number.

    A spoken number matches in any year, and without a place in any community.
    """
    asked = read(words)
    if asked is None:
        return Q()
    if asked.reference:
        return Q(reference=asked.reference)
    found = Q(number=asked.number)
    if asked.place:
        found &= (
            Q(community__short_name__istartswith=asked.place)
            | Q(community__name__istartswith=asked.place)
            | Q(community__name_en__istartswith=asked.place)
        )
    return found


def said_as_text() -> Concat:
    """The number as spoken in Chinese, without spaces: 珠玑东42号; for queries."""
    place = Coalesce(NullIf("community__short_name", Value("")), "community__name")
    return Concat(Cast(place, TextField()), Cast("number", TextField()), Value("号", TextField()))
