"""Read a sum of money as people write it: 1,000, 1.5万, １０００ 元. Pure.

Everything that takes money reads it here. What can be meant in two ways is read as neither.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

LONGEST: Final = 40
_SIGNS: Final = re.compile(r"^(?:人民币|rmb|cny|¥|￥)|(?:人民币|元整|块钱|元|圆|块|yuan|rmb|cny)$")
# Groups of three by a comma, an apostrophe or a blank.
_GROUPED: Final = re.compile(
    r"[1-9]\d{0,2}(?P<sign>[,' ])\d{3}(?:(?P=sign)\d{3})*(?:\.\d{1,2})?", re.ASCII
)
_PLAIN: Final = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_DIGITS: Final = {sign: str(at) for at, sign in enumerate("零一二三四五六七八九")} | {
    "〇": "0",
    "两": "2",
}
_UNITS: Final = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
_ALSO: Final = str.maketrans({"。": ".", "、": ",", "’": "'", "w": "万", "k": "千"})


@dataclass(frozen=True, slots=True)
class Sum:
    """In yuan. `as_typed` if the figure is what was typed, with nothing to understand."""

    yuan: Decimal
    as_typed: bool


class Unreadable(ValueError):
    """Not one sum. `may_be`: what it can mean, smallest first; none where it is no sum at all."""

    def __init__(self, *may_be: Decimal) -> None:
        super().__init__()
        self.may_be = tuple(sorted(set(may_be)))


def read_yuan(typed: str) -> Sum:
    """The one sum that `typed` says; raises Unreadable."""
    if len(typed) > LONGEST:
        raise Unreadable
    plain = unicodedata.normalize("NFKC", typed).casefold().strip()
    as_typed = _PLAIN.fullmatch(plain) is not None and plain == typed.strip()
    bare = _SIGNS.sub("", _SIGNS.sub("", plain.translate(_ALSO)).strip()).strip()
    if _largest(bare) is None:
        return Sum(_in_fen(_figure(bare)), as_typed)
    return Sum(_in_fen(_in_units(bare)), as_typed=False)


def _in_fen(yuan: Decimal) -> Decimal:
    fen = yuan.quantize(Decimal("0.01"))
    if fen != yuan:
        raise Unreadable
    return fen


def _figure(written: str) -> Decimal:
    """1000, 1,000, 1000.50; what a comma or a point leaves open is asked about."""
    written = "".join(_DIGITS.get(sign, sign) for sign in written)
    if _GROUPED.fullmatch(written):
        return Decimal(re.sub("[,' ]", "", written))
    if _PLAIN.fullmatch(written):
        return _pointed(written)
    if re.fullmatch(r"\d+,\d+", written, re.ASCII):
        raise Unreadable(Decimal(written.replace(",", ".")), Decimal(written.replace(",", "")))
    raise Unreadable


def _pointed(written: str) -> Decimal:
    """1.000 is one yuan here, and a thousand where a point parts thousands."""
    if re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", written):
        raise Unreadable(Decimal(written), Decimal(written.replace(".", "")))
    return Decimal(written)


def _largest(written: str) -> str | None:
    return next((unit for unit in _UNITS if unit in written), None)


def _in_units(written: str) -> Decimal:
    """1.5万, 2千3百, 1万2000, 一千二百万; 1万5 is asked about."""
    unit = _largest(written)
    if unit is None:
        return _figure(written)
    before, _, after = (part.strip() for part in written.partition(unit))
    size = _UNITS[unit]
    counted = Decimal(1) if unit == "十" and not before else _in_units(before)
    if not after:
        return counted * size
    if counted % 1:
        raise Unreadable
    return counted * size + _rest(after, counted, size)


def _rest(written: str, counted: Decimal, size: int) -> Decimal:
    """What stands behind a unit. A lone figure there is either itself or of the unit below."""
    rest = _in_units(written)
    if rest >= size:
        raise Unreadable
    if _largest(written) is None and written[0] not in "0零〇" and rest < size // 10:
        raise Unreadable(counted * size + rest, counted * size + rest * (size // 10))
    return rest
