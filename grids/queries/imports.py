"""Imports that wait to be confirmed, and what confirming would do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import get_language

from accounts.models import User
from accounts.phones import NotAMobile, mask, normalise
from grids.importing.columns import COLUMNS, Column
from grids.importing.preparing import prepare
from grids.importing.reading import Row
from grids.models import ImportBatch
from grids.queries.standing import standing_of
from grids.rules import may_administer

# As many as somebody mends in one go, and as many as show that the columns were understood.
MOST_PROBLEMS = 200
MOST_ROWS = 20


@dataclass(frozen=True, slots=True)
class ShownProblem:
    line: int
    column: str
    value: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Preview:
    problems: tuple[ShownProblem, ...]
    problem_count: int
    new: int
    changed: int
    same: int
    headers: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def more(self) -> int:
        return self.problem_count - len(self.problems)


def waiting_import(key: UUID, *, owner: User, now: datetime) -> ImportBatch | None:
    """The owner's own batch, applied or still to be confirmed."""
    batch = ImportBatch.objects.filter(key=key, owner=owner).first()
    expired = batch is not None and batch.applied_at is None and batch.expires_at <= now
    return None if expired else batch


def preview_of(batch: ImportBatch, *, actor: User, now: datetime) -> Preview:
    rows = [Row(**row) for row in batch.rows]
    standing = standing_of(actor, now=now)
    done = prepare(rows, batch.kind, may=lambda path: may_administer(standing, path))
    columns = {column.key: column for column in COLUMNS[batch.kind]}
    values = {row.line: row.values for row in rows}
    return Preview(
        problems=tuple(
            ShownProblem(
                problem.line,
                named(columns[problem.column]),
                shown(problem.column, values[problem.line].get(problem.column, "")),
                problem.sentence,
            )
            for problem in done.problems[:MOST_PROBLEMS]
        ),
        problem_count=len(done.problems),
        new=len(done.new),
        changed=len(done.changed),
        same=done.same,
        headers=tuple(named(column) for column in columns.values()),
        rows=tuple(
            (row.line, tuple(shown(key, row.values.get(key, "")) for key in columns))
            for row in rows[:MOST_ROWS]
        ),
    )


def named(column: Column) -> str:
    return column.chinese if (get_language() or "zh").startswith("zh") else column.english


def shown(key: str, value: str) -> str:
    """Phones masked, and no cell so long that it hides the others."""
    if key == "phone" and value:
        try:
            value = mask(normalise(value))
        except NotAMobile:
            value = value if len(value) < 8 else f"{value[:3]}****{value[-2:]}"
    return value if len(value) <= 40 else f"{value[:39]}…"
