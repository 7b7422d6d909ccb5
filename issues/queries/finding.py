"""Find a matter on a desk again by its number, its words or its place.

Names and phone numbers of people are not asked: what is typed stands in the address.
"""

from __future__ import annotations

from django.db.models import Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from issues.models import Issue
from issues.queries.references import asked_by_number, said_as_text

MOST_WORDS = 6
# What can be found, as it is read aloud: 珠玑东42号, 机械厂家属院3号楼.
PARTS = (
    "reference", "outside_number", "title", "public_title", "text", "place_note", "venue__name",
    "grid__name", "category__name_zh", "category__parent__name_zh",
)  # fmt: skip


def with_words(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    """All that can be found of an issue as one text; joins nothing that multiplies rows."""
    space = Value(" ", TextField())
    pieces: list[Cast | Value] = [piece for part in PARTS for piece in (_text(part), space)]
    place = [_text("building__estate__name"), _text("building__number")]
    return issues.alias(findable=Concat(*pieces, said_as_text(), space, *place))


def _text(column: str) -> Cast:
    return Cast(column, TextField())


def matching(words: str) -> Q:
    """Of issues `with_words`: every word that was typed stands in it, or it is its number."""
    found = Q()
    for word in words.split()[:MOST_WORDS]:
        found &= Q(findable__icontains=word)
    return found | asked_by_number(words)
