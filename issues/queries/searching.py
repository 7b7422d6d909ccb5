"""Full-text search over the checked words, by pairs of characters."""

from django.contrib.postgres.search import SearchQuery


class TsQuery(SearchQuery):
    """A query in PostgreSQL's own syntax, as `issues.bigrams` writes it."""

    def __init__(self, query: str) -> None:
        super().__init__(query, config="simple", search_type="raw")
