"""The row of a question that finds at most one."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


def only_row(rows: QuerySet[Row]) -> Row | None:
    """The row, or None; one statement.

    Not `first()`, which puts what has no order into one: to find a place among wide rows for
    that took half of the time of building the question.
    """
    return next(iter(rows.order_by()[:1]), None)
