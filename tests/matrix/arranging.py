"""Addresses of the table with what they are about: brought about once for neighbours in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from django.db import transaction

from tests.matrix.stage import Stage
from tests.matrix.table import Row


def arranged(stage: Stage, rows: Iterable[Row]) -> Iterator[tuple[Row, list[Any]]]:
    """Each row with the arguments of its address; what is done with one is undone after it.

    Rows that stand beside each other and are about the same find the same sitting: to bring one
    about takes longer than to ask everybody.
    """
    for bring, together in groupby(rows, key=lambda row: row.at):
        with transaction.atomic():
            given = bring(stage)
            for row in together:
                with transaction.atomic():
                    yield row, given
                    transaction.set_rollback(True)
                stage.all_come_anew()
            transaction.set_rollback(True)
