"""From lines of cells, of whatever file, to rows by column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from django.utils.translation import gettext as _

from accounts.words import in_a_line
from grids.codes import shown
from grids.importing.columns import COLUMNS, Column, plain
from grids.importing.problems import Unreadable

MOST_LINES = 20_000
# Longer than any column takes. What lies beyond is not looked at: the cell is too long anyway.
LONGEST_CELL = 10_000
LONGEST_NAME = 200
# A title and a few words may stand above the line that names the columns.
HEADER_WITHIN = 10
# 手机号（必填）: what a header says beside its name.
NOTE = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]\s*$")
# How spreadsheets are made to leave a number alone.
AS_TEXT = re.compile(r'="([^"]*)"')

Line = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """A line by its columns. A column that the file lacks is not among `values`.

    `left_out` names the headers that nobody knows under which this line says something.
    """

    line: int
    values: dict[str, str]
    left_out: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Header:
    line: int
    columns: list[Column | None]
    written: list[str]


def rows_of(lines: Iterable[Line], kind: str, *, strict: bool = True) -> list[Row]:
    """Rows below the line that names the columns of `kind`. Empty lines are skipped but counted.

    Raises Unreadable if there is no table or a required column is missing; if `strict`, also for
    cells to the right of the table, which are what a comma too many leaves.
    """
    coming = iter(lines)
    first = list(islice((line for line in coming if _says_something(line)), HEADER_WITHIN))
    header = find_header(first, kind)
    below = (line for line in chain(first, coming) if line[0] > header.line)
    rows = list(_rows(below, header, strict=strict))
    if not rows:
        raise Unreadable(_("There are no lines below the header."))
    return rows


def find_header(lines: list[Line], kind: str) -> Header:
    nearest: tuple[list[Column], list[str]] | None = None
    for number, cells in lines:
        columns = named_by(cells, kind)
        missing = [c for c in COLUMNS[kind] if c.required and c not in columns]
        if not missing:
            _refuse_twice(columns)
            return Header(number, columns, cells)
        if nearest is None or len(missing) < len(nearest[0]):
            nearest = missing, _unknown(columns, cells)
    raise _headless(*(nearest or ([c for c in COLUMNS[kind] if c.required], [])))


def _unknown(columns: list[Column | None], cells: list[str]) -> list[str]:
    """The names that nobody knows beside some that are known: one of them may be meant for it."""
    if not any(columns):
        return []
    return [
        shown(cell[:LONGEST_NAME]) for cell, known in zip(cells, columns, strict=True) if not known
    ]


def _headless(missing: list[Column], unknown: list[str]) -> Unreadable:
    said = {
        "columns": "、".join(f"{c.chinese} / {c.english}" for c in missing),
        "unknown": "、".join(name for name in unknown if name),
    }
    if not said["unknown"]:
        sentence = _("The first line must name the columns. Missing: %(columns)s.")
    else:
        sentence = _(
            "The first line must name the columns. Missing: %(columns)s. Not known: %(unknown)s."
        )
    return Unreadable(sentence % said, lacks=len(missing))


def named_by(cells: list[str], kind: str) -> list[Column | None]:
    """The column that each header names; None for one that nobody knows."""
    wanted = {name: column for column in COLUMNS[kind] for name in column.names}
    written = [cell[:LONGEST_NAME] for cell in cells]
    return [wanted.get(plain(name)) or wanted.get(plain(NOTE.sub("", name))) for name in written]


def _refuse_twice(columns: list[Column | None]) -> None:
    known = [column for column in columns if column is not None]
    twice = {column.chinese for column in known if known.count(column) > 1}
    if twice:
        raise Unreadable(
            _("These columns stand there twice: %(columns)s.")
            % {"columns": "、".join(sorted(twice))}
        )


def _rows(lines: Iterable[Line], header: Header, *, strict: bool) -> Iterator[Row]:
    width = len(header.columns)
    for number, (line, cells) in enumerate(filter(_says_something, lines)):
        if number >= MOST_LINES:
            raise Unreadable(_("There are more than 20,000 lines. Send them in parts."))
        if strict and any(cell.strip() for cell in cells[width:]):
            raise Unreadable(
                _("Line %(line)d has more cells than the header: is there a comma too many?")
                % {"line": line}
            )
        if cells == header.written:
            # Of files that were put together each brought its header.
            continue
        # A line that ends early has empty cells, not missing columns.
        whole = cells[:width] + [""] * (width - len(cells))
        values = {
            column.key: cell_of(cell)
            for column, cell in zip(header.columns, whole, strict=True)
            if column is not None
        }
        if any(values.values()):
            yield Row(line, values, _left_out(header, whole))


def _left_out(header: Header, cells: list[str]) -> list[str]:
    """Cells under headers that nobody knows: not kept, so the preview names the headers."""
    every = zip(header.columns, header.written, cells, strict=True)
    return [
        shown(name) or "–"
        for column, name, cell in every
        if column is None and shown(cell[:LONGEST_CELL])
    ]


def _says_something(line: Line) -> bool:
    return any(shown(cell[:LONGEST_CELL]) for cell in line[1])


def cell_of(written: str) -> str:
    """What is kept of it: no column has more than one line, as no field of a form for it has."""
    seen = in_a_line(shown(written[:LONGEST_CELL]))
    kept = AS_TEXT.fullmatch(seen)
    return in_a_line(shown(kept[1])) if kept else seen


def columns_left_out(rows: Iterable[Row]) -> list[str]:
    """The unknown headers under which anything stands, in the order of the file."""
    return list(dict.fromkeys(name for row in rows for name in row.left_out))
