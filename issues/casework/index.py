"""Keep the search index in step with what the public may read."""

from django.contrib.postgres.search import SearchVector
from django.db.models import Value

from issues.bigrams import search_text
from issues.models import Issue


def index(issue: Issue) -> None:
    """Index only the published words, so that search can never reveal others."""
    place = issue.building.estate.name if issue.building_id and issue.building else ""
    words = f"{issue.reference} {issue.public_title} {issue.public_text} {place}"
    Issue.objects.filter(pk=issue.pk).update(
        search=SearchVector(Value(search_text(words)), config="simple")
    )
