"""Full-text search in the published words, by pairs of characters; also by a matter's number."""

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
    """Issues with all `words` in the text, or with that number; None if `words` hold neither."""
    query = search_query(words)
    if not query:
        return None
    return Q(search=TsQuery(query)) | asked_by_number(words)
