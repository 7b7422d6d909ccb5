"""Which signs the font of the papers has. A paper with a sign that it can't show isn't made."""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

from noto_cjk_sans_otc import FONT_PATH

# 〓, which Chinese and Japanese printers set where a sign is missing.
MISSING: Final = "〓"
# Unicode to glyph, all of Unicode (OpenType, cmap subtable format 12).
FULL_UNICODE: Final = 12
# Marks that say how the sign before them is drawn: without it they say nothing.
SILENT: Final = frozenset({"Cf", "Cc", "Mn", "Me"})


def printable(text: str) -> str:
    """`text` with 〓 for every sign that the font lacks, such as a picture; line breaks stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_printable(sign) for sign in text)


def _printable(sign: str) -> str:
    if sign == "\n" or ord(sign) in signs():
        return sign
    return "" if unicodedata.category(sign) in SILENT else MISSING


@cache
def signs() -> frozenset[int]:
    """Code points that the first font of the collection has; its others differ in form only."""
    content = Path(str(FONT_PATH)).read_bytes()
    (first,) = struct.unpack_from(">I", content, 12)
    (count,) = struct.unpack_from(">H", content, first + 4)
    records = (struct.unpack_from(">4s4xI4x", content, first + 12 + 16 * at) for at in range(count))
    cmap = next(offset for tag, offset in records if tag == b"cmap")
    (tables,) = struct.unpack_from(">H", content, cmap + 2)
    for at in range(tables):
        (offset,) = struct.unpack_from(">4xI", content, cmap + 4 + 8 * at)
        table = cmap + offset
        if struct.unpack_from(">H", content, table) == (FULL_UNICODE,):
            return _groups(content, table)
    raise ValueError("the font has no table of all Unicode")


def _groups(content: bytes, table: int) -> frozenset[int]:
    (count,) = struct.unpack_from(">I", content, table + 12)
    found: set[int] = set()
    for at in range(count):
        begin, end = struct.unpack_from(">II", content, table + 16 + 12 * at)
        found.update(range(begin, end + 1))
    return frozenset(found)
