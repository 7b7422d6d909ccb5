"""Issues by their references, for sentences that only say what they are called."""

from __future__ import annotations

from collections.abc import Collection

from issues.models import Issue


def numbered(references: Collection[str]) -> list[Issue]:
    """In one query, with the community; nothing of what the issues are about is read."""
    issues = Issue.objects.filter(reference__in=references).select_related("community")
    return list(issues.only("reference", "number", "community"))
