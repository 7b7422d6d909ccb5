"""A condition that makes the database read keys first, and then only their rows."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, BooleanField, Func, Value

from accounts.queries.prepared import Given


class Among(Func):
    """`Among("pk", ArraySubquery(keys))`: read the keys first, and then only their rows.

    Written as a join or with OR, the same condition can make the database read whole tables.
    """

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()


def among(column: str, keys: Iterable[int] | Given) -> Among:
    """True if `column` is one of `keys`, sent as one array: a thousand parameters take long."""
    if isinstance(keys, Given):
        return Among(column, keys)
    return Among(column, Value(list(keys), output_field=ArrayField(BigIntegerField())))
