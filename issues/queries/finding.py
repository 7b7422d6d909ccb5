"""What somebody typed into a search: the number of a matter, otherwise words."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import QuerySet

from grids.models import Body
from issues.enums.finding import SearchAudience
from issues.models import Issue
from issues.queries.finder import find
from issues.queries.references import asked_by_number
from issues.references import read
from issues.search.question import question_of
from issues.search.ranking import Ranked

# Of a spoken number; each community and year has one.
MOST_NUMBERED = 20


def found(
    words: str,
    among: QuerySet[Issue],
    *,
    communities: QuerySet[Body],
    audience: SearchAudience,
    without_saying: Collection[str] = (),
    by_number: QuerySet[Issue] | None = None,
) -> Ranked:
    """Keys, best first. `without_saying` are names that everything in `among` could be called by.

    A number that says where it belongs is looked for in `by_number` and is all that is found; a
    bare one comes first. Names and numbers of people are not asked: what is typed stands in the
    address.
    """
    numbered = _numbered(words, among if by_number is None else by_number, communities)
    asked = read(words)
    if numbered and asked is not None and (asked.reference or asked.place):
        return Ranked(numbered, [])
    question = question_of(words, but=without_saying)
    ranked = find(question, among, communities=communities, audience=audience)
    return Ranked(
        [*numbered, *(key for key in ranked.exact if key not in numbered)],
        [key for key in ranked.close if key not in numbered],
    )


def _numbered(words: str, among: QuerySet[Issue], communities: QuerySet[Body]) -> list[int]:
    """The latest first, when a spoken number meets several."""
    asked = asked_by_number(words, communities)
    if asked is None:
        return []
    keys = among.filter(asked).order_by("-year", "pk").values_list("pk", flat=True)
    return list(keys[:MOST_NUMBERED])
