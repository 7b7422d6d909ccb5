"""Full-text search over the checked words, by pairs of characters; and matters by their number."""

from __future__ import annotations

import re
from typing import Final

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q

from issues.bigrams import normalise, search_query

# As the receipt says it, 珠玑东 42 号, or less of it.
_SPOKEN: Final = re.compile(
    r"(?P<community>\D*?)\s*(?:no\.?)?\s*0*(?P<number>[1-9][0-9]{0,5})\s*号?", re.ASCII
)
_WRITTEN: Final = re.compile(
    r"(?P<code>[a-z]+)-(?P<year>[0-9]{4})-0*(?P<number>[1-9][0-9]{0,5})", re.ASCII
)


class TsQuery(SearchQuery):
    """A query in PostgreSQL's own syntax, as `issues.bigrams` writes it."""

    def __init__(self, query: str) -> None:
        super().__init__(query, config="simple", search_type="raw")


def asked_for(words: str) -> Q | None:
    """What `words` look for: all of them in the text, or the number; None if nothing at all."""
    query = search_query(words)
    if not query:
        return None
    return Q(search=TsQuery(query)) | _numbered(normalise(words).strip())


def _numbered(words: str) -> Q:
    """Whose number was typed; nothing, which an OR leaves away, if it is none."""
    if written := _WRITTEN.fullmatch(words):
        number, year = int(written["number"]), int(written["year"])
        return Q(community__code__iexact=written["code"], year=year, number=number)
    if spoken := _SPOKEN.fullmatch(words):
        of = spoken["community"]
        named = Q(community__name__startswith=of) | Q(community__name_en__istartswith=of)
        return Q(number=int(spoken["number"])) & (named if of else Q())
    return Q()
