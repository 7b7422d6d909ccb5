"""Who follows a matter besides the one who raised it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import BooleanField, OuterRef, QuerySet, Value

from accounts.queries.prepared import PreparedQuery, given_keys
from acting.queries.among import among
from issues.models import Follow, Issue, Support


@dataclass(frozen=True, slots=True)
class Followers:
    """`merged` raised what was merged into it, `neighbours` said that it happened to them too, or
    that they want to know of it.
    """

    merged: set[int] = field(default_factory=set)
    neighbours: set[int] = field(default_factory=set)


def followers_of(keys: Iterable[int]) -> Mapping[int, Followers]:
    """One statement."""
    keys = list(keys)
    found = {key: Followers() for key in keys}
    for key, person, was_merged in _following(issues=keys):
        (found[key].merged if was_merged else found[key].neighbours).add(person)
    return found


def with_followers(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    """Of matters read `with_facts`, for acts that tell their followers anyway."""
    return issues.annotate(
        supported_by=ArraySubquery(_people(Support)), followed_by=ArraySubquery(_people(Follow))
    )


def _people(model: type[Support | Follow]) -> QuerySet[Any, Any]:
    return model.objects.filter(issue=OuterRef("pk")).order_by().values("user_id")


def followers_read_with(issues: Iterable[Any]) -> Mapping[int, Followers]:
    """As they were read, by `with_followers`."""
    return {
        issue.pk: Followers(
            merged={person for person in issue.merged_reporters if person is not None},
            neighbours={*issue.supported_by, *issue.followed_by},
        )
        for issue in issues
    }


ISSUES = given_keys("issues")
MERGED = Value(value=True, output_field=BooleanField())
NOT_MERGED = Value(value=False, output_field=BooleanField())


def _rows(model: type[Support | Follow]) -> QuerySet[Any, Any]:
    rows = model.objects.filter(among("issue", ISSUES)).order_by()
    return rows.annotate(was_merged=NOT_MERGED).values_list("issue_id", "user_id", "was_merged")


@PreparedQuery
def _following() -> QuerySet[Issue, Any]:
    merged = Issue.objects.filter(among("merged_into", ISSUES), reporter__isnull=False).order_by()
    return (
        merged.annotate(was_merged=MERGED)
        .values_list("merged_into_id", "reporter_id", "was_merged")
        .union(_rows(Support), _rows(Follow))
    )
