"""Full-text search over the checked words, by pairs of characters; and matters by their number."""

from __future__ import annotations

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q

from issues.bigrams import search_query
from issues.queries.references import asked_by_number


class TsQuery(SearchQuery):
    """A query in PostgreSQL's own syntax, as `issues.bigrams` writes it."""

    def __init__(self, query: str) -> None:
        super().__init__(query, config="simple", search_type="raw")


def asked_for(words: str) -> Q | None:
    """What `words` look for: all of them in the text, or the number; None if nothing at all."""
    query = search_query(words)
    if not query:
        return None
    return Q(search=TsQuery(query)) | asked_by_number(words)
