"""Imports that wait to be confirmed, and what confirming would do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from accounts.models import User
from accounts.phones import NotAMobile, mask, normalise
from accounts.words import shortened
from grids.importing import words
from grids.importing.columns import COLUMNS, Column
from grids.importing.prepared import Fate, Line, PreparedImport, WhoseNumber
from grids.importing.table import Row, columns_left_out
from grids.models import Body, ImportBatch

# As many problems as a person corrects, and rows as a person looks through, in one go.
MOST_PROBLEMS = 200
MOST_ROWS = 50
FATES = list(Fate)


@dataclass(frozen=True, slots=True)
class ShownProblem:
    line: int
    column: str
    value: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the preview. If it `changes` a value, `before` is the old one in words."""

    words: str
    changes: bool
    before: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    line: int
    fate: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    problems: tuple[ShownProblem, ...]
    problem_count: int
    new: int
    changed: int
    same: int
    headers: tuple[str, ...]
    rows: tuple[ShownRow, ...]
    questions: tuple[WhoseNumber, ...]
    left_out: tuple[str, ...]

    @property
    def more(self) -> int:
        return self.problem_count - len(self.problems)

    @property
    def more_rows(self) -> int:
        return self.new + self.changed + self.same - len(self.rows)


def waiting_import(key: UUID, *, owner: User, now: datetime) -> ImportBatch | None:
    """A batch of this owner, whether applied or still to be confirmed."""
    batch = ImportBatch.objects.filter(key=key, owner=owner).first()
    expired = batch is not None and batch.applied_at is None and batch.expires_at <= now
    return None if expired else batch


def rows_in(batch: ImportBatch) -> list[Row]:
    return [Row(**row) for row in batch.rows]


def preview_of(batch: ImportBatch, done: PreparedImport) -> Preview:
    """`done` is what applying the rows of `batch` would do."""
    rows = rows_in(batch)
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
        rows=_shown_rows(rows, done.lines, list(columns)),
        questions=tuple(done.questions),
        left_out=tuple(shortened(name, 40) for name in columns_left_out(rows)),
    )


def _shown_rows(
    rows: list[Row], lines: Mapping[int, Line], keys: list[str]
) -> tuple[ShownRow, ...]:
    """Rows that change, then new rows, then rows that stay the same."""
    known = [row for row in rows if row.line in lines]
    known.sort(key=lambda row: (FATES.index(lines[row.line].fate), row.line))
    return tuple(
        ShownRow(
            row.line,
            lines[row.line].fate.value,
            tuple(_cell(key, row.values.get(key, ""), lines[row.line].before) for key in keys),
        )
        for row in known[:MOST_ROWS]
    )


def _cell(key: str, value: str, before: Mapping[str, Any]) -> Cell:
    name = "parent_id" if key == "parent" else key
    old = shown(key, written(before[name])) if name in before and key != "parent" else ""
    return Cell(shown(key, value), name in before, old)


def written(value: object) -> str:
    """A stored value as people write it in a file."""
    match value:
        case None:
            return ""
        case bool():
            return words.said(words.YES_OR_NO, "yes" if value else "no")
        case date():
            return value.isoformat()
        case Body():
            return value.code
    return words.said(words.VENUES, str(value)) if value in words.VENUES else str(value)


def named(column: Column) -> str:
    return column.chinese if (get_language() or "zh").startswith("zh") else column.english


def shown(key: str, value: str) -> str:
    """A value as the preview shows it: phones masked, long text cut."""
    if key == "phone" and value:
        try:
            value = mask(normalise(value))
        except NotAMobile:
            # What Excel made of a number is shown as it stands: nobody can be called by it.
            digits = sum(sign.isdigit() for sign in value)
            value = value if digits < 7 else f"{value[:3]}****{value[-2:]}"
    return shortened(value, 40)
