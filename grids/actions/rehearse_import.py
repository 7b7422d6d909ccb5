"""Apply an import and take it back, so that the preview says all that applying would refuse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db import connection, transaction

from accounts.models import User
from acting.refusals import Refused
from grids.actions.apply_import import TREE, write
from grids.actions.authorise import administers
from grids.enums import ImportKind
from grids.importing.columns import COLUMNS
from grids.importing.prepared import PreparedImport
from grids.importing.preparing import prepare
from grids.importing.table import Row
from grids.refusals import BROKEN, refusal_of


def rehearse_import(
    rows: list[Row], *, kind: str, actor: User | None, now: datetime
) -> PreparedImport:
    """What applying `rows` now would do. What the tables themselves refuse is among its problems.

    Every check has a sentence of its own before it comes to this; this is for those that were
    forgotten. Nothing is kept, and nothing is recorded.
    """
    done = prepare(rows, kind, may=administers(actor, now=now))
    if done.problems:
        return done
    try:
        with transaction.atomic():
            write(done, kind, now=now)
            connection.check_constraints()
            transaction.set_rollback(True)
    except BROKEN:
        return _with_lines(rows, kind=kind, actor=actor, now=now)
    return done


def _with_lines(rows: list[Row], *, kind: str, actor: User | None, now: datetime) -> PreparedImport:
    """Find the refused lines by writing one after the other."""
    done = prepare(rows, kind, may=administers(actor, now=now))
    refused: list[tuple[int, Refused]] = []
    with transaction.atomic():
        for thing in _in_order(done):
            try:
                with transaction.atomic():
                    write(thing, kind, now=now)
            except BROKEN as error:
                line = (thing.new or thing.changed)[0].__dict__["line"]
                refused.append((line, refusal_of(error)))
        if not refused:
            refused = _refused_together(min(done.lines, default=1))
        transaction.set_rollback(True)
    again = prepare(rows, kind, may=administers(actor, now=now))
    for line, refusal in refused:
        again.wrong(line, _column(refusal.field, kind), refusal.message)
    return again


def _in_order(done: PreparedImport) -> Iterator[PreparedImport]:
    """One row each, parents before what stands under them."""
    order = {str(kind): number for number, kind in enumerate(TREE)}
    for thing in sorted(done.new, key=lambda thing: order.get(getattr(thing, "kind", ""), 0)):
        yield PreparedImport(new=[thing])
    for thing in done.changed:
        yield PreparedImport(changed=[thing])


def _refused_together(line: int) -> list[tuple[int, Refused]]:
    """What only all lines together break, and no single one."""
    try:
        with transaction.atomic():
            connection.check_constraints()
    except BROKEN as error:
        return [(line, refusal_of(error))]
    return []


def _column(field: str, kind: str) -> str:
    keys = [column.key for column in COLUMNS[ImportKind(kind)]]
    return field if field in keys else keys[0]
