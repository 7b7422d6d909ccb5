"""Find a place by what people call it. Pure: no database."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from accounts.words import cut
from issues.search.normal import plain_form

# `3号楼` is a whole, so that 13号楼 is not found by it.
_PARTS: Final = re.compile(
    r"(?P<number>\d+(?:号楼)?)|(?P<han>[々〇\u3400-\u9fff]+)|(?P<word>[^\W\d_\u3400-\u9fff]+)"
)
# Of what was asked, at least so much is in a name that is only close.
CLOSE: Final = 0.5
# All of it is said: by a whole name, by its code, by its own names, or by what is around it too.
WHOLE: Final = 4
CODE: Final = 3
OWN: Final = 2
ALL: Final = 1
LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """Something with `key`; `names` are its own, `around` those of what it stands in."""

    key: str
    names: tuple[str, ...]
    around: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    numbers: tuple[str, ...]
    words: tuple[str, ...]


def find_places(words: str, places: Iterable[NamedPlace]) -> list[str]:
    """Keys of the places that `words` name, nearest first; if none is named whole, the close ones.

    Numbers count whole and must all be there, whoever writes 3栋 for 3号楼. Blanks part words:
    “珠玑东 3” is each 3号楼 in 珠玑东.
    """
    plain = plain_form(cut(words, LONGEST)).strip()
    asked = _asked(plain)
    if not plain or not (asked.numbers or asked.words):
        return []
    scored = [(_score(asked, plain, place), place) for place in places]
    best = [(score, place) for score, place in scored if score >= ALL]
    found = best or [(score, place) for score, place in scored if score >= CLOSE]
    return [place.key for _, place in sorted(found, key=lambda one: -one[0])]


def only_one(words: str, places: Iterable[NamedPlace]) -> str:
    """The key of the one place that `words` can mean; empty if there are several, or none.

    A name as a whole counts before parts of names, and those before what is around a place.
    """
    plain = plain_form(cut(words, LONGEST)).strip()
    asked = _asked(plain)
    scored = [(_score(asked, plain, place), place.key) for place in places]
    for least in (WHOLE, OWN, ALL):
        meant = [key for score, key in scored if score >= least]
        if meant:
            return meant[0] if len(meant) == 1 else ""
    return ""


def _plain(names: Iterable[str]) -> list[str]:
    return [plain_form(name) for name in names if name]


def _asked(plain: str) -> _Asked:
    numbers: list[str] = []
    words: list[str] = []
    for part in _PARTS.finditer(plain):
        if part["number"]:
            numbers.append(part["number"])
        elif part["han"] and len(part["han"]) > 1:
            words += [part["han"][at : at + 2] for at in range(len(part["han"]) - 1)]
        else:
            words.append(part[0])
    return _Asked(tuple(numbers), tuple(words))


def _score(asked: _Asked, plain: str, place: NamedPlace) -> float:
    """`ALL` and more if all of it is in the names; 0 where a number is missing, or all is."""
    own = _plain(place.names)
    if plain in own:
        return WHOLE
    if plain in _plain(place.codes):
        return CODE
    mine = " ".join(own)
    if not all(re.search(rf"(?<!\d){number}(?!\d)", mine) for number in asked.numbers):
        return 0
    if all(word in mine for word in asked.words):
        return OWN if asked.words or asked.numbers else 0
    text = " ".join([mine, *_plain(place.around)])
    return ALL * sum(word in text for word in asked.words) / len(asked.words)
