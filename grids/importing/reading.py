"""From the bytes of a file, or pasted text, to rows by column."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grids.importing.columns import COLUMNS, Column, plain
from grids.importing.problems import Unreadable

MOST_BYTES = 5 * 1024 * 1024
MOST_LINES = 20_000

SAVE_AS_CSV = gettext_lazy(
    "This is an Excel workbook. In Excel choose “Save as” → “CSV”, and send that file."
)
NO_TABLE = gettext_lazy("This is no table. Send a CSV file, as Excel saves it.")
# First bytes of other kinds of files, which people send by mistake.
WRONG_BEGINNINGS: tuple[tuple[bytes, object], ...] = (
    (b"PK\x03\x04", SAVE_AS_CSV),
    (b"\xd0\xcf\x11\xe0", SAVE_AS_CSV),
    (b"\x89PNG", NO_TABLE),
    (b"\xff\xd8\xff", NO_TABLE),
    (b"GIF8", NO_TABLE),
    (b"%PDF", NO_TABLE),
    (b"RIFF", NO_TABLE),
)


class Lines(Protocol):
    """The type of what `csv.reader` returns."""

    @property
    def line_num(self) -> int: ...
    def __iter__(self) -> Iterator[list[str]]: ...
    def __next__(self) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    values: dict[str, str]


def decode(raw: bytes) -> str:
    """UTF-8 with or without its mark, otherwise GB18030 as Excel saves it in China."""
    if len(raw) > MOST_BYTES:
        raise Unreadable(_("The file is larger than 5 MB. Send it in parts."))
    for beginning, sentence in WRONG_BEGINNINGS:
        if raw.startswith(beginning):
            raise Unreadable(sentence)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Unreadable(NO_TABLE) from error
    if b"\x00" in raw:
        raise Unreadable(NO_TABLE)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(_("The characters can't be read. Save the file as “CSV UTF-8” and try again."))


def read(text: str, kind: str) -> list[Row]:
    """Rows with the columns of `kind`. Empty lines are skipped but counted.

    Raises Unreadable if there is no table or a required column is missing.
    """
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Unreadable(_("There is nothing in it. Choose a file or paste the lines."))
    if "\x00" in text:
        raise Unreadable(NO_TABLE)
    csv.field_size_limit(MOST_BYTES)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter_of(text))
    try:
        header = next(cells for cells in reader if any(cell.strip() for cell in cells))
        return _rows(reader, match(header, kind))
    except csv.Error as error:
        raise Unreadable(
            _("Line %(line)d can't be read: a quotation mark may be missing.")
            % {"line": reader.line_num}
        ) from error


def delimiter_of(text: str) -> str:
    """The tab, semicolon or comma (also the Chinese one) that the first line has most of."""
    first = text.strip().split("\n", 1)[0]
    return max([",", "\t", ";", "，"], key=first.count)


def match(header: list[str], kind: str) -> list[Column | None]:
    """The column that each header names; None for an unknown header, which is ignored."""
    wanted = {name: column for column in COLUMNS[kind] for name in column.names}
    columns = [wanted.get(plain(cell)) for cell in header]
    missing = [c for c in COLUMNS[kind] if c.required and c not in columns]
    if missing:
        raise Unreadable(
            _("The first line must name the columns. Missing: %(columns)s.")
            % {"columns": "、".join(f"{c.chinese} / {c.english}" for c in missing)}
        )
    known = [column for column in columns if column is not None]
    twice = {column.chinese for column in known if known.count(column) > 1}
    if twice:
        raise Unreadable(
            _("These columns stand there twice: %(columns)s.")
            % {"columns": "、".join(sorted(twice))}
        )
    return columns


def _rows(reader: Lines, columns: list[Column | None]) -> list[Row]:
    rows: list[Row] = []
    line = reader.line_num + 1
    for cells in reader:
        here, line = line, reader.line_num + 1
        if not any(cell.strip() for cell in cells):
            continue
        if len(rows) >= MOST_LINES:
            raise Unreadable(_("There are more than 20,000 lines. Send them in parts."))
        if any(cell.strip() for cell in cells[len(columns) :]):
            raise Unreadable(
                _("Line %(line)d has more cells than the header: is there a comma too many?")
                % {"line": here}
            )
        values = {
            column.key: cell.strip()
            for column, cell in zip(columns, cells, strict=False)
            if column is not None
        }
        rows.append(Row(here, values))
    if not rows:
        raise Unreadable(_("There are no lines below the header."))
    return rows
