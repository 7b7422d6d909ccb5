"""Public matters similar to what is being typed: a hint, never a decision."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, F

from issues.bigrams import NEAR, WITHIN, dice, grams, overlap_query, within
from issues.models import Issue
from issues.queries.searching import TsQuery

MOST = 3
# How many matters are compared; the index selects those of the community with shared pairs.
COMPARED = 200
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Similar:
    issue: Issue
    score: float
    supporters: int


def similar_to(text: str, *, community_id: int | None, but: int | None = None) -> list[Similar]:
    """Open public matters of the community that are similar to `text`, most similar first."""
    query = overlap_query(text)
    if not query or len(text.strip()) < SHORTEST or community_id is None:
        return []
    found = (
        Issue.objects.public()
        .open()
        .filter(community=community_id, search=TsQuery(query))
        .annotate(supporters=Count("supports"))
        .select_related("grid")
        .order_by(F("raised_at").desc(), "-pk")
    )
    if but is not None:
        found = found.exclude(pk=but)
    asked = grams(text)
    near = [one for issue in found[:COMPARED] if (one := _similar(issue, asked)) is not None]
    return sorted(near, key=lambda one: -one.score)[:MOST]


def _similar(issue: Issue, asked: frozenset[str]) -> Similar | None:
    """None if it isn't similar enough. A short sentence may also stand within a long report."""
    title = grams(issue.public_title)
    whole = title | grams(issue.public_text)
    alike = max(dice(asked, whole), dice(asked, title))
    inside = within(asked, whole)
    if alike < NEAR and inside < WITHIN:
        return None
    return Similar(issue, max(alike, inside), int(getattr(issue, "supporters", 0)))
