"""Whether the kept figures of communities are what a count of their matters gives."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypeAlias

from django.db.models import Count, F, QuerySet, Sum, Value
from django.db.models.functions import Coalesce

from grids.models import Body
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import Visibility
from issues.enums.stages import Ending
from issues.enums.tally import Figure
from issues.enums.turns import Level
from issues.models import Deadline, Issue, Outcome, Tally

# By community, figure and what of it: a grid, a category, or 0.
Tallied: TypeAlias = dict[tuple[int, str, int], Decimal]
NO_PART = Value(0)


def wrong_tallies() -> list[tuple[str, str]]:
    """Each community, by its code, with a figure that is kept wrongly, in whichever part."""
    kept, counted = kept_tallies(), counted_tallies()
    wrong = {key[:2] for key in kept.keys() | counted.keys() if kept.get(key) != counted.get(key)}
    codes = dict(Body.objects.filter(pk__in={pk for pk, _ in wrong}).values_list("pk", "code"))
    return sorted((codes[pk], figure) for pk, figure in wrong)


def kept_tallies() -> Tallied:
    """Without what comes to nothing."""
    rows = Tally.objects.order_by().values_list("community", "figure", "part")
    return {tuple(key): n for *key, n in rows.annotate(n=Sum("amount")) if n}


def counted_tallies() -> Tallied:
    """What each figure is, counted anew."""
    return {
        (community, figure.value, part): Decimal(n)
        for figure, rows in _counted().items()
        for community, part, n in rows
        if n
    }


def _counted() -> dict[Figure, QuerySet[Any, Any]]:
    matters = Issue.objects.order_by()
    public = matters.filter(visibility=Visibility.PUBLIC)
    open_now, solved = public.filter(ended_at=None), public.filter(ending=Ending.SOLVED)
    clocks = Deadline.objects.order_by().filter(kind=DeadlineKind.RECEIVE, void_at=None)
    cost = Outcome.objects.order_by().filter(
        issue__visibility=Visibility.PUBLIC, issue__ending=Ending.SOLVED
    )
    by_category = Coalesce(F("category_id"), NO_PART)
    return {
        Figure.RAISED: _by(public, "community"),
        Figure.OPEN: _by(open_now, "community", F("grid_id")),
        Figure.DEPARTMENTS: _by(open_now.filter(level=Level.DEPARTMENT), "community"),
        Figure.SOLVED: _by(solved, "community"),
        Figure.SETTLED: _by(matters.filter(ending=Ending.SOLVED), "community", by_category),
        Figure.TAKEN_IN: _by(clocks.filter(met_at__isnull=False), "issue__community"),
        Figure.TAKEN_LATE: _by(clocks.filter(breached_at__isnull=False), "issue__community"),
        Figure.MONEY: _by(cost, "issue__community", amount=Sum("money")),
    }


def _by(
    rows: QuerySet[Any], community: str, of: Any = NO_PART, *, amount: Any = None
) -> QuerySet[Any, Any]:
    grouped = rows.annotate(of=of).values_list(community, "of")
    counted: QuerySet[Any, Any] = grouped.annotate(n=amount or Count("pk"))
    return counted
