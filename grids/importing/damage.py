"""What Excel and other programs do to a cell, and what to do about it, in words.

A cell that was changed on the way must not become anybody's number, day or name, in whichever
column it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Put into the cells of a workbook by the reader, in the manner of Excel's own errors.
MERGED, NOT_COMPUTED = "#MERGED!", "#FORMULA!"

SHORTENED = re.compile(r"[+-]?\d+(\.\d+)?[eE][+-]\d+|[+-]?\d+\.\d+[eE]\d+")
BROKEN = re.compile(r"#[A-Z][A-Z0-9/_]*[!?]|#(N/A|DIV/0!|GETTING_DATA)|Err:\d{3}", re.IGNORECASE)
TOO_NARROW = re.compile(r"#{3,}")
FORMULA = re.compile(r"[=＝].+", re.DOTALL)
LOST = re.compile(r"\?{2,}|.*\ufffd.*|.*锟斤拷.*", re.DOTALL)
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
DAY = re.compile(
    rf"(19|20)\d\d[-/.](1[0-2]|0?[1-9])[-/.](3[01]|[12]\d|0?[1-9])([ T]\d\d?:\d\d(:\d\d)?)?"
    rf"|((19|20)\d\d年)?(1[0-2]|0?[1-9])月((3[01]|[12]\d|0?[1-9])日)?"
    rf"|\d\d?-({MONTHS})(-\d\d(\d\d)?)?|({MONTHS})-\d\d?",
    re.IGNORECASE,
)
# Days from 1954 to 2119, as Excel counts them.
SERIAL = re.compile(r"[2-7]\d{4}(\.\d+)?")
NO_ZERO = re.compile(r"[1-9]\d{8,9}")
WITHOUT_AREA = ("400", "800")

Found = Callable[[str], bool]

WERE_LOST = _("The characters were lost when it was saved. Save it as “CSV UTF-8” or as .xlsx.")
IN_ANY: tuple[tuple[Found, str | Promise], ...] = (
    (
        lambda cell: cell == MERGED,
        _("This cell is merged with its neighbours. Unmerge it and write the value in each."),
    ),
    (
        lambda cell: cell == NOT_COMPUTED,
        _("There is a formula here without a result. Copy the cells and paste their values."),
    ),
    (
        lambda cell: SHORTENED.fullmatch(cell) is not None,
        _("Excel has shortened this number. Set the column to “Text” and write it again."),
    ),
    (
        lambda cell: BROKEN.fullmatch(cell) is not None,
        _("This is an error of a formula, not a value. Write the value itself."),
    ),
    (
        lambda cell: TOO_NARROW.fullmatch(cell) is not None,
        _("The column was too narrow, so “#” was saved instead. Widen it and save again."),
    ),
    (
        lambda cell: FORMULA.fullmatch(cell) is not None,
        _("This is a formula. Copy the cells and paste their values."),
    ),
    (
        lambda cell: LOST.fullmatch(cell) is not None,
        WERE_LOST,
    ),
)
MADE_A_DAY = _("Excel has made a day of this. Set the column to “Text” and write it again.")
COUNTED = _("Excel has saved a number instead of the day. Write it as 2026-01-31.")
ZERO_LOST = _("The 0 in front is missing. Set the column to “Text” and write the number again.")


def damage_of(
    cell: str, *, day: bool = False, phone: bool = False, named: bool = False
) -> str | Promise:
    """Why `cell` can't be what somebody wrote; "" if it can.

    `day`, `phone`, `named`: what it holds, a day, a number to call or a name.
    """
    plain = unicodedata.normalize("NFKC", cell).strip()
    for found, sentence in IN_ANY:
        if found(plain):
            return sentence
    if not day and DAY.fullmatch(plain):
        return MADE_A_DAY
    # What GBK has no sign for is saved as a narrow “?”, one for each: 李?明.
    if named and "?" in cell:
        return WERE_LOST
    if day and SERIAL.fullmatch(plain):
        return COUNTED
    if phone and NO_ZERO.fullmatch(plain) and not plain.startswith(WITHOUT_AREA):
        return ZERO_LOST
    return ""
