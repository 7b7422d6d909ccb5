"""A condition that is read before the table it is about."""

from __future__ import annotations

from django.db.models import BooleanField, Func


class Among(Func):
    """`Among("pk", ArraySubquery(keys))`: the keys are read first, and then their rows alone.

    Where two conditions are joined by OR, or many tables are joined, the database would go
    through every row there is.
    """

    template = "%(expressions)s)"
    arg_joiner = " = ANY("
    output_field = BooleanField()
