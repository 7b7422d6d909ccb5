"""A condition that makes the database read keys first, and then only their rows."""

from __future__ import annotations

from django.db.models import BooleanField, Func


class Among(Func):
    """`Among("pk", ArraySubquery(keys))`: read the keys first, and then only their rows.

    Written as a join or with OR, the same condition can make the database read whole tables.
    """

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()
