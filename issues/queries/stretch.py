"""A page of the list of all matters. It is found by the last row of the page before it.

So every page costs the same, and a new matter does not push another one to the next page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from django.db.models import BooleanField, F, Field, Func

from accounts.queries.prepared import Given, PreparedQuery, given_key
from acting.queries.among import among
from grids.models.body import in_english
from issues.enums.finding import ListOrder
from issues.models import Issue
from issues.queries.listing import Filters, for_cards, public_issues
from issues.search.ranking import Ranked

# Each column has an index that begins with the place. Of equal rows the younger stands first.
COLUMNS: Final[Mapping[ListOrder, str]] = {
    ListOrder.NEWEST: "raised_at",
    ListOrder.SHARED: "supporters",
    ListOrder.PROGRESS: "last_progress_at",
}
# The column's value (a number of neighbours, or microseconds since 1970) and the row's key.
MARK = re.compile(r"([0-9]{1,17})-([0-9]{1,18})", re.ASCII)
ZERO = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
# How many combinations of filters and order stay compiled in a process.
KEPT = 100


@dataclass(frozen=True, slots=True)
class Stretch:
    """`earlier` and `later` are the marks of the neighbouring pages; "" if there is none."""

    issues: list[Issue]
    earlier: str
    later: str


def stretch_of(
    filters: Filters, order: ListOrder, *, after: str, before: str, size: int
) -> Stretch:
    """One page with what cards show, behind the mark `after` or up to `before`.

    A mark that is broken or leads to nothing leads to the first page. This takes one statement, or
    two if going back ends at the first page.
    """
    column = COLUMNS[order]
    if place := _read(before, order):
        rows = _rows(filters, column, place, size, back=True)[::-1]
        if len(rows) > size:
            return Stretch(rows[1:], _mark(rows[1], column), _mark(rows[-1], column))
    elif place := _read(after, order):
        rows = _rows(filters, column, place, size)
        if rows:
            here = rows[:size]
            later = _mark(here[-1], column) if len(rows) > size else ""
            return Stretch(here, _mark(here[0], column), later)
    rows = _rows(filters, column, None, size)
    return Stretch(rows[:size], "", _mark(rows[size - 1], column) if len(rows) > size else "")


def in_order(ranked: Ranked, order: ListOrder) -> Ranked:
    """Sort exact and close finds each by `order`, not by how well they fit. One statement."""
    if order == ListOrder.BEST or not ranked.keys:
        return ranked
    rows = Issue.objects.filter(among("pk", ranked.keys)).order_by(f"-{COLUMNS[order]}", "-pk")
    at = {key: place for place, key in enumerate(rows.values_list("pk", flat=True))}
    exact, close = (
        sorted((key for key in part if key in at), key=at.__getitem__)
        for part in (ranked.exact, ranked.close)
    )
    return Ranked(exact, close)


Place = tuple[int | datetime, int]


def _rows(
    filters: Filters, column: str, place: Place | None, size: int, *, back: bool = False
) -> list[Issue]:
    """One more than the page shows, to know whether there is another; nearest to `place` first."""
    sign = "" if place is None else ">" if back else "<"
    value, key = place or (None, None)
    return _cards(filters, column, sign, size + 1, english=in_english())(value=value, key=key)


@lru_cache(maxsize=KEPT)
def _cards(
    filters: Filters, column: str, sign: str, most: int, *, english: bool
) -> PreparedQuery[Issue]:
    """The names of bodies are put into words in one language."""
    matters = public_issues(filters)
    if sign:
        matters = matters.filter(_beyond(column, sign))
    way = "" if sign == ">" else "-"
    ordered = matters.order_by(f"{way}{column}", f"{way}pk")[:most]
    return PreparedQuery(lambda: for_cards(ordered), of_reader=True)


def _beyond(column: str, sign: str) -> Func:
    """Rows compared as a whole: with AND and OR no index would lead to the place."""
    row = Func(F(column), F("pk"), function="ROW")
    field: Field[Any, Any] = getattr(Issue, column).field
    mark = Func(Given("value", field), given_key("key"), function="ROW")
    return Func(
        row,
        mark,
        template="%(expressions)s",
        arg_joiner=f" {sign} ",
        output_field=BooleanField(),
    )


def _mark(issue: Issue, column: str) -> str:
    value = getattr(issue, column)
    number = (value - ZERO) // MICROSECOND if isinstance(value, datetime) else value
    return f"{number}-{issue.pk}"


def _read(mark: str, order: ListOrder) -> Place | None:
    found = MARK.fullmatch(mark)
    if found is None:
        return None
    number, key = int(found[1]), int(found[2])
    return (number if order == ListOrder.SHARED else ZERO + number * MICROSECOND), key
