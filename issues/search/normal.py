"""One form of a text, whatever its width, case and numerals, and the units that it consists of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from grids.codes import without_unseen

# Han characters with their extensions, 々 and 〇, and kana, also written without spaces.
_HAN: Final = "々〇\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# `han` and `word` hold no underscore, though \w does.
_UNITS: Final = re.compile(rf"(?P<han>(?!\W)[{_HAN}])|(?P<number>\d+)|(?P<word>[^\W\d_{_HAN}]+)")
# 三号楼 and 3号楼, 十一层 and 11层 are the same; 一栋, 3幢, 3#楼 are buildings, as 3号楼 is.
_NUMERAL: Final = re.compile(r"[〇零一二三四五六七八九十]{1,3}(?=号|栋|幢|座|单元|楼|层|#)")
_HOUSE: Final = re.compile(r"(?<=\d)\s*(?:号楼|栋楼?|幢楼?|座|#楼?)")
_DIGITS: Final = {numeral: at for at, numeral in enumerate("零一二三四五六七八九")} | {"〇": 0}
_HYPHEN: Final = re.compile("[-\u2010-\u2015]")
LONGEST_WORD: Final = 40


class Kind(StrEnum):
    HAN = "han"
    NUMBER = "number"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Unit:
    """A Han character, a number or a word. `joined` if it follows the one before at once."""

    text: str
    kind: Kind
    start: int
    joined: bool


def normalise(text: str) -> str:
    """`text` in one form whatever its width and case, without invisible characters."""
    plain = unicodedata.normalize("NFKC", without_unseen(text))
    return unicodedata.normalize("NFKC", plain.casefold())


def plain_form(text: str) -> str:
    """`normalise`, and the numbers of buildings, units and floors written in one way."""
    return _HOUSE.sub("号楼", _NUMERAL.sub(_in_digits, normalise(text)))


def units(plain: str) -> Iterator[Unit]:
    """The units of a text in `plain_form`, in their order; what shows nothing parts none."""
    end = 0
    for found in _UNITS.finditer(plain):
        kind = Kind(found.lastgroup or "")
        yield Unit(found[0][:LONGEST_WORD], kind, found.start(), joined=found.start() == end)
        end = found.end()


def pair(one: Unit, other: Unit) -> str:
    """What two neighbours are found by together; "" for two words, which are whole by themselves.

    Whatever stands between Han characters parts no pair: people write “3号楼，电梯坏了”, and
    look for 3号楼电梯.
    """
    if Kind.HAN not in {one.kind, other.kind} and not other.joined:
        return ""
    return one.text + other.text


def hyphened(one: Unit, other: Unit, plain: str) -> str:
    """Two words that a hyphen joins are one word to many: Wi-Fi, WiFi; "" for all others."""
    if one.kind != Kind.WORD or other.kind != Kind.WORD:
        return ""
    between = plain[one.start + len(one.text) : other.start]
    return one.text + other.text if _HYPHEN.fullmatch(between) else ""


def _in_digits(found: re.Match[str]) -> str:
    numeral = found[0]
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return "".join(str(_DIGITS[one]) for one in numeral)
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        return numeral
    return str((_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0))
