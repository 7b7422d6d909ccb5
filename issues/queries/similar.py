"""Public matters near to what is being typed: a hint, never a decision."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, F

from issues.bigrams import NEAR, dice, grams, overlap_query
from issues.models import Issue
from issues.queries.searching import TsQuery

MOST = 3
# How many of the same community are compared; the index has narrowed them by shared pairs.
COMPARED = 200
SHORTEST = 6


@dataclass(frozen=True, slots=True)
class Similar:
    issue: Issue
    score: float
    supporters: int


def similar_to(text: str, *, community_id: int | None, but: int | None = None) -> list[Similar]:
    """Open public matters of the community that share enough with `text`, nearest first."""
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
    scored = [_similar(issue, asked) for issue in found[:COMPARED]]
    near = [one for one in scored if one.score >= NEAR]
    return sorted(near, key=lambda one: -one.score)[:MOST]


def _similar(issue: Issue, asked: frozenset[str]) -> Similar:
    # A short sentence scores low against a long report, but not against its title.
    whole = dice(asked, grams(f"{issue.public_title} {issue.public_text}"))
    score = max(whole, dice(asked, grams(issue.public_title)))
    return Similar(issue, score, int(getattr(issue, "supporters", 0)))
