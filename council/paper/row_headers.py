"""The first cell of each row of a table told as the header of its row.

The compiler can say that of columns only (`pdf.header-cell` is there behind a switch that its
wheel has no way to turn). Its tags are plain text, and what says it of a row is no longer than
what they hold, so the file keeps its length and no other place in it moves. A cell then names no
headers of its own: readers find both by row and column, from what the headers say they are for.
"""

from __future__ import annotations

import re
from typing import Final

ROW: Final = re.compile(rb"\d+ 0 obj\n<</Type/StructElem/S/TR/P \d+ 0 R/K\[(\d+) 0 R")
CELL: Final = re.compile(
    rb"(?P<number>\d+)(?P<before> 0 obj\n<</Type/StructElem/S/)TD"
    rb"(?P<between>/P \d+ 0 R/A\[<</O/Table)(?P<headers>/Headers\[[^\]]*\])"
)
SCOPE: Final = b"/Scope/Row"


def with_row_headers(pdf: bytes) -> bytes:
    """`pdf` as typst writes it; what is not written so stays as it is."""
    firsts = {row[1] for row in ROW.finditer(pdf)}

    def told(cell: re.Match[bytes]) -> bytes:
        is_header = cell["number"] in firsts
        tag, said = (b"TH", SCOPE) if is_header else (b"TD", b"")
        room = len(cell["headers"])
        return b"".join(
            [cell["number"], cell["before"], tag, cell["between"], said.ljust(room)],
        )

    return CELL.sub(told, pdf)
