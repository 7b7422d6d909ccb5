"""From an Excel workbook (.xlsx) to rows by column.

A person must see all that is imported: hidden sheets are passed over, hidden lines and columns of
the table are refused, and so is what stands in no cell of its own.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grids.importing.cells import text_of
from grids.importing.damage import MERGED, NOT_COMPUTED
from grids.importing.package import check_package
from grids.importing.problems import Unreadable
from grids.importing.sheet_looks import LAST_LINE, MOST_COLUMNS, Looks, looks_of
from grids.importing.table import HEADER_WITHIN, Header, Line, Row, find_header, rows_of

BROKEN = gettext_lazy(
    "This workbook can't be read. Open it in Excel, save it anew as “.xlsx”, and send that file."
)
NOTHING = gettext_lazy("There is nothing in it. Choose a file or paste the lines.")


def read_workbook(raw: bytes, kind: str) -> list[Row]:
    """The rows of the one visible sheet that has the columns of `kind`; raises Unreadable."""
    check_package(raw)
    with _opened(raw) as book:
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        sheet, header = _table_of(sheets, kind)
        return _rows(sheet, header, kind)


def _table_of(sheets: list[Any], kind: str) -> tuple[Any, Header]:
    found, refusals = [], []
    for sheet in sheets:
        try:
            found.append((sheet, find_header(_beginning(sheet), kind)))
        except Unreadable as refusal:
            refusals.append(refusal)
    if len(found) > 1:
        names = "、".join(f"“{sheet.title}”" for sheet, _header in found)
        raise Unreadable(
            _("Several sheets hold such a table: %(sheets)s. Keep one of them.") % {"sheets": names}
        )
    if not found:
        raise min(refusals, key=lambda refusal: refusal.lacks, default=Unreadable(NOTHING))
    return found[0]


@contextmanager
def _opened(raw: bytes) -> Iterator[Any]:
    """A broken file leads openpyxl into any error; what it warns of concerns other parts."""
    # A tenth of what every process would load otherwise, and few ever read a workbook.
    import openpyxl

    book = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(
                io.BytesIO(raw), read_only=True, data_only=True, keep_links=False
            )
            yield book
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable(BROKEN) from error
    finally:
        if book is not None:
            book.close()


def _beginning(sheet: Any) -> list[Line]:
    said: list[Line] = []
    for line, cells in _lines(sheet, last=LAST_LINE):
        if any(cells):
            said.append((line, cells))
        if len(said) == HEADER_WITHIN:
            break
    return said


def _lines(sheet: Any, *, last: int) -> Iterator[Line]:
    """The size that the file claims to have is not believed."""
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=last, max_col=MOST_COLUMNS)
    for line, cells in enumerate(rows, start=1):
        yield line, [text_of(cell) for cell in cells]


def _rows(sheet: Any, header: Header, kind: str) -> list[Row]:
    with sheet._get_source() as source:
        looks = looks_of(source, below=header.line)
    _refuse_hidden(looks, header)
    lines = ((line, _marked(line, cells, looks)) for line, cells in _lines(sheet, last=looks.last))
    return rows_of(lines, kind, strict=False)


def _marked(line: int, cells: list[str], looks: Looks) -> list[str]:
    """What isn't a value of this cell alone is marked, and refused with its line and column."""
    for column in looks.merged.get(line, ()):
        if column <= len(cells):
            cells[column - 1] = MERGED
    for column in looks.not_computed.get(line, ()):
        if column <= len(cells):
            cells[column - 1] = NOT_COMPUTED
    return cells


def _refuse_hidden(looks: Looks, header: Header) -> None:
    if looks.hidden_lines:
        lines = "、".join(str(line) for line in looks.hidden_lines[:10])
        raise Unreadable(
            _("Lines are hidden in the workbook: %(lines)s. Show them, or delete them.")
            % {"lines": lines}
        )
    hidden = [
        f"{column.chinese} / {column.english}"
        for number, column in enumerate(header.columns, start=1)
        if column is not None and looks.hides(number)
    ]
    if hidden:
        raise Unreadable(
            _("Columns are hidden in the workbook: %(columns)s. Show them, or delete them.")
            % {"columns": "、".join(hidden)}
        )
