"""Who follows a matter besides the one who raised it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from acting.queries.among import among
from acting.queries.prepared import Prepared, given_keys
from issues.models import Follow, Issue, Support


@dataclass(frozen=True, slots=True)
class Followers:
    """`merged` raised what was merged into it, `supporters` said that it happened to them too, or
    that they want to know of it.
    """

    merged: set[int] = field(default_factory=set)
    supporters: set[int] = field(default_factory=set)


def followers_of(keys: Iterable[int]) -> Mapping[int, Followers]:
    keys = list(keys)
    found = {key: Followers() for key in keys}
    for key, person in _merged(issues=keys):
        found[key].merged.add(person)
    for key, person in _supporters(issues=keys):
        found[key].supporters.add(person)
    return found


ISSUES = given_keys("issues")
ROW = ("issue_id", "user_id")
_merged = Prepared(
    lambda: (
        Issue.objects.filter(among("merged_into", ISSUES), reporter__isnull=False)
        .order_by()
        .values_list("merged_into_id", "reporter_id")
    )
)
_supporters = Prepared(
    lambda: (
        Support.objects.filter(among("issue", ISSUES))
        .order_by()
        .values_list(*ROW)
        .union(Follow.objects.filter(among("issue", ISSUES)).order_by().values_list(*ROW))
    )
)
