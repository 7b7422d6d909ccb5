"""Read a sum of money as people write it: 1,000, 1.5万, １０００ 元, 壹万贰仟元整. Pure.

Everything that takes money reads it here. What can be meant in two ways is read as neither.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

LONGEST: Final = 40
FEN: Final = Decimal("0.01")
# More than any sum, and few enough digits to reckon with.
TOO_MUCH: Final = Decimal(10) ** 18
_BEFORE: Final = re.compile(r"^(?:人民币|rmb|cny|¥|\s)+")
_BEHIND: Final = re.compile(r"(?:人民币|rmb|cny|yuan|整|正|钱|\s)+$")
# Groups of three by a comma, an apostrophe or a blank.
_GROUPED: Final = re.compile(
    r"[1-9]\d{0,2}(?P<sign>[,' ])\d{3}(?:(?P=sign)\d{3})*(?:\.\d{1,2})?", re.ASCII
)
_PLAIN: Final = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_POINTED: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)
# 3元5角, 3元零5分, 5角; of 块 also 3块5.
_COINS: Final = re.compile(
    r"(?:(?P<yuan>.*)元)?\s*(?:(?P<jiao>\d)角)?(?:0?(?P<fen>\d)分)?"
    r"|(?P<kuai>.*)块(?:(?P<mao>\d)角?)?",
    re.ASCII,
)
_UNITS: Final = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
# In one way: digits, those of bills too, points and commas, units and coins.
_ALIKE: Final = str.maketrans(
    "零〇一二三四五六七八九两壹贰叁肆伍陆柒捌玖拾佰仟萬億圓圆毛。、’wk",
    "00123456789212345678" + "9十百千万亿元元角.,'万千",
)
Readings = frozenset[Decimal]


@dataclass(frozen=True, slots=True)
class Sum:
    """In yuan. `as_typed` if the figure is what was typed, with nothing to understand."""

    yuan: Decimal
    as_typed: bool


class Unreadable(ValueError):
    """Not one sum. `may_be`: what it can mean, smallest first; none where it is no sum at all."""

    def __init__(self, *may_be: Decimal) -> None:
        super().__init__()
        self.may_be = tuple(sorted(may_be))


def read_yuan(typed: str) -> Sum:
    """The one sum that `typed` says; raises Unreadable."""
    if len(typed) > LONGEST:
        raise Unreadable
    plain = unicodedata.normalize("NFKC", typed).casefold().strip()
    bare = _BEHIND.sub("", _BEFORE.sub("", plain)).translate(_ALIKE)
    meant = {one for one in _with_coins(bare) if _is_in_fen(one)}
    if len(meant) != 1:
        raise Unreadable(*meant)
    (yuan,) = meant
    is_plain = _PLAIN.fullmatch(plain) is not None and plain == typed.strip()
    return Sum(yuan.quantize(FEN), as_typed=is_plain and Decimal(plain) == yuan)


def _is_in_fen(yuan: Decimal) -> bool:
    return yuan < TOO_MUCH and yuan.quantize(FEN) == yuan


def _with_coins(written: str) -> Readings:
    found = _COINS.fullmatch(written) if re.search("[元块角分]", written) else None
    if found is None:
        return _in_units(written)
    whole = found["yuan"] if found["kuai"] is None else found["kuai"]
    coins = Decimal(f"0.{found['jiao'] or found['mao'] or 0}{found['fen'] or 0}")
    yuan = {Decimal(0)} if whole is None else _in_units(whole)
    return frozenset(one + coins for one in yuan if not coins or not one % 1)


def _figure(written: str, *, counts: bool = False) -> Readings:
    """1000, 1,000, 1000.50, with what a comma or a point leaves open.

    1.000 is one yuan here, and a thousand where a point parts thousands; not where it `counts`
    what a unit says: 1.234万.
    """
    if _GROUPED.fullmatch(written):
        return frozenset({Decimal(re.sub("[,' ]", "", written))})
    if _PLAIN.fullmatch(written):
        thousands = {written.replace(".", "")} if _POINTED.fullmatch(written) else set()
        return frozenset(map(Decimal, {written} | (set() if counts else thousands)))
    if re.fullmatch(r"\d+,\d+", written, re.ASCII):
        return frozenset({Decimal(written.replace(",", ".")), Decimal(written.replace(",", ""))})
    return frozenset()


def _largest(written: str) -> str | None:
    return next((unit for unit in _UNITS if unit in written), None)


def _in_units(written: str) -> Readings:
    """1.5万, 2千3百, 1万2000, 一千二百万; 1万5 is two sums."""
    unit = _largest(written)
    if unit is None:
        return _figure(written.strip())
    before, _, after = (part.strip() for part in written.partition(unit))
    counted = _counted(before, unit)
    if not after:
        return frozenset(one * _UNITS[unit] for one in counted)
    rest = _rest(after, _UNITS[unit])
    return frozenset(one * _UNITS[unit] + more for one in counted if not one % 1 for more in rest)


def _counted(written: str, unit: str) -> Readings:
    if unit == "十" and not written:
        return frozenset({Decimal(1)})
    return _in_units(written) if _largest(written) else _figure(written, counts=True)


def _rest(written: str, size: int) -> Readings:
    """What stands behind a unit. A lone figure there is either itself or of the unit below."""
    rest = frozenset(one for one in _in_units(written) if one < size)
    if _largest(written) is not None or written.startswith("0"):
        return rest
    return rest | {more for one in rest if (more := one * (size // 10)) < size}
