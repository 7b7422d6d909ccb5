"""From a file, or pasted text, to rows by column."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from grids.importing.problems import Unreadable
from grids.importing.table import HEADER_WITHIN, MOST_LINES, Line, Row, named_by, rows_of
from grids.importing.workbook import read_workbook

__all__ = ["MOST_BYTES", "MOST_LINES", "Row", "decode", "read", "read_file"]

MOST_BYTES = 5 * 1024 * 1024
# No table has more that says something.
MOST_COLUMNS = 1_000
LONGEST_LINE = 100_000
WORKBOOK = b"PK\x03\x04"

OLD_OR_LOCKED = gettext_lazy(
    "This is an old Excel workbook (.xls), or one with a password. In Excel choose “Save as” → "
    "“.xlsx”, without a password, and send that file."
)
NO_TABLE = gettext_lazy("This is no table. Send a workbook (.xlsx) or a CSV file.")
# A web page or a document of XML under the name of a table, as many systems export it.
AS_PAGE = re.compile(r"\s*<(?:!doctype|html|\?xml|table|meta|head|workbook)\b", re.IGNORECASE)
PAGE = gettext_lazy(
    "This is a web page under the name of a table. Open it in Excel or WPS, choose “Save as” → "
    "“.xlsx”, and send that file."
)

# First bytes of other kinds of files, which people send by mistake.
WRONG_BEGINNINGS: tuple[tuple[bytes, object], ...] = (
    (WORKBOOK, NO_TABLE),
    (b"\xd0\xcf\x11\xe0", OLD_OR_LOCKED),
    (b"\x89PNG", NO_TABLE),
    (b"\xff\xd8\xff", NO_TABLE),
    (b"GIF8", NO_TABLE),
    (b"%PDF", NO_TABLE),
    (b"RIFF", NO_TABLE),
    (b"Rar!", NO_TABLE),
    (b"7z\xbc\xaf", NO_TABLE),
    (b"MIME-Version:", PAGE),
)
# In Big5, of Taiwan and Hong Kong, every file of bytes reads as some Chinese.
BIG5 = gettext_lazy(
    "This file is written in Big5. Save it as “.xlsx” or as “CSV UTF-8”, with the headers of the "
    "example, and send that file."
)
OF_BIG5 = re.compile("編碼|編號|名稱|類別|樓號|小區|網格|單位|手機|姓名|日期|社區|聯絡|電話|地址")
# The parts of a table, as they stand in a text of the right order of bytes.
PARTS = re.compile("[,;\t|，\n]")

OTHER_TEXT = re.compile(r"\s*(?:\{\\rtf|[\[{]\s*[\[{\"])")


def read_file(raw: bytes, kind: str) -> list[Row]:
    """The rows of a workbook or a CSV file; raises Unreadable."""
    refuse_large(raw)
    if raw.startswith(WORKBOOK):
        return read_workbook(raw, kind)
    return read(decode(raw), kind)


def refuse_large(raw: bytes) -> None:
    if len(raw) > MOST_BYTES:
        raise Unreadable(_("The file is larger than 5 MB. Send it in parts."))


def decode(raw: bytes) -> str:
    """UTF-8 with or without its mark, otherwise GB18030 as Excel saves it in China."""
    refuse_large(raw)
    for beginning, sentence in WRONG_BEGINNINGS:
        if raw.startswith(beginning):
            raise Unreadable(sentence)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Unreadable(NO_TABLE) from error
    if b"\x00" in raw:
        return _unmarked(raw)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "gb18030" and _is_big5(raw, text):
            raise Unreadable(BIG5)
        return text
    raise Unreadable(_("The characters can't be read. Save the file as “CSV UTF-8” and try again."))


def _unmarked(raw: bytes) -> str:
    """UTF-16 without its mark: in the wrong order of its bytes no comma and no line is left."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and PARTS.search(text):
            return text
    raise Unreadable(NO_TABLE)


def _is_big5(raw: bytes, as_gb: str) -> bool:
    """It is, if its first lines name columns in that and in nothing else."""
    beginning = b"\n".join(raw.split(b"\n", HEADER_WITHIN)[:HEADER_WITHIN])
    said = beginning.decode("big5", errors="ignore")
    return bool(OF_BIG5.search(said)) and not OF_BIG5.search(as_gb[: len(said) * 2])


def read(text: str, kind: str) -> list[Row]:
    """The rows of CSV text with the columns of `kind`; raises Unreadable."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Unreadable(_("There is nothing in it. Choose a file or paste the lines."))
    if AS_PAGE.match(text):
        raise Unreadable(PAGE)
    if "\x00" in text or OTHER_TEXT.match(text):
        raise Unreadable(NO_TABLE)
    csv.field_size_limit(MOST_BYTES)
    return rows_of(_lines(text, kind), kind)


def _lines(text: str, kind: str) -> Iterator[Line]:
    """Each line with the number at which an editor shows its beginning."""
    mark = delimiter_of(text, kind)
    _refuse_open_quote(text, mark)
    reader = csv.reader(io.StringIO(text), delimiter=mark)
    line = 1
    try:
        for cells in reader:
            # Columns that were only formatted leave a thousand cells without anything.
            if any(cell.strip() for cell in cells[MOST_COLUMNS:]):
                raise Unreadable(NO_TABLE)
            yield line, cells[:MOST_COLUMNS]
            line = reader.line_num + 1
    except csv.Error as error:
        raise _unclosed(reader.line_num) from error


def _refuse_open_quote(text: str, mark: str) -> None:
    """A quotation mark that nothing closes would take all that follows into its cell."""
    reader, began = csv.reader(io.StringIO(text), delimiter=mark, strict=True), 1
    try:
        for _cells in reader:
            began = reader.line_num + 1
    except csv.Error:
        # Strictly read, a mark within a cell is wrong too; people write those.
        if reader.line_num >= text.rstrip("\n").count("\n") + 1:
            raise _unclosed(began) from None


def _unclosed(line: int) -> Unreadable:
    sentence = _("Line %(line)d can't be read: a quotation mark may be missing.")
    return Unreadable(sentence % {"line": line})


def delimiter_of(text: str, kind: str) -> str:
    """The comma (also the Chinese one), tab, semicolon or bar that parts most names of columns."""
    whole = text.strip().split("\n", HEADER_WITHIN)[:HEADER_WITHIN]
    first = [line[:LONGEST_LINE] for line in whole]

    def named(mark: str) -> int:
        lines = (named_by(line.replace('"', "").split(mark), kind) for line in first)
        return max(sum(column is not None for column in columns) for columns in lines)

    return max([",", "\t", ";", "，", "|"], key=named)
