"""Public matters similar to what is being typed: a hint, never a decision."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from acting.queries.among import among
from grids.models import Body
from issues.enums.finding import SearchAudience
from issues.models import Issue
from issues.queries.finder import find
from issues.search.question import question_of
from issues.search.terms import dice, grams, within

MOST = 3
# How many of those that were found are read and compared.
COMPARED = 24
SHORTEST = 4
# Two reports at least this similar are shown as perhaps the same.
NEAR = 0.3
# A short sentence of which a longer report contains at least this share is shown likewise.
WITHIN = 0.5


@dataclass(frozen=True, slots=True)
class Similar:
    issue: Issue
    score: float


def similar_to(
    text: str, *, community_id: int | None, of: Q | None = None, most: int = MOST
) -> list[Similar]:
    """Open public matters of the community that are similar to `text`, most similar first.

    `of` narrows which of them are meant.
    Two statements: the keys of what was found, then the rows of the best of them.
    """
    if len(text.strip()) < SHORTEST or community_id is None:
        return []
    meant = Issue.objects.public().open()
    if of is not None:
        meant = meant.filter(of)
    found = find(
        question_of(text),
        meant,
        communities=Body.objects.filter(pk=community_id),
        audience=SearchAudience.EVERYONE,
    )
    keys = [*found.exact, *found.close][:COMPARED]
    if not keys:
        return []
    issues = meant.filter(among("pk", keys))
    rows = {issue.pk: issue for issue in issues.select_related("grid")}
    asked = grams(text)
    near = [one for key in keys if key in rows and (one := _similar(rows[key], asked)) is not None]
    return sorted(near, key=lambda one: -one.score)[:most]


def _similar(issue: Issue, asked: frozenset[str]) -> Similar | None:
    """None if it isn't similar enough. A short sentence may also stand within a long report."""
    title = grams(issue.public_title)
    whole = title | grams(issue.public_text)
    alike = max(dice(asked, whole), dice(asked, title))
    inside = within(asked, whole)
    if alike < NEAR and inside < WITHIN:
        return None
    return Similar(issue, max(alike, inside))
