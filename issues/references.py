"""How a matter's number is written, said and read; everything here is pure.

Written ZJD-2026-0042: the prefix of its community, the year in Shanghai, the number in that year.
Said 珠玑东 42 号 on the phone; on paper, and once its year is over, 珠玑东 2026 年 42 号.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from django.utils.translation import gettext as _

from accounts.words import cut
from issues.search.normal import normalise, plain_form

# Seven digits are no number of a matter, but of something else.
_NUMBER: Final = r"0*(?P<number>[1-9][0-9]{0,5})(?![0-9])"
_YEAR: Final = r"(?P<year>2[0-9]{3})"
# Whatever a keyboard has for a hyphen.
_HYPHENS: Final = re.compile("[\u2010-\u2015\u2212\u30fc\ufe58\ufe63]")
_WRITTEN: Final = re.compile(rf"(?<![a-z])(?P<prefix>[a-z]{{2,6}})-{_YEAR}-{_NUMBER}", re.ASCII)
# Where nothing else was typed, people also leave the hyphens out.
_LOOSELY: Final = re.compile(
    rf"(?P<prefix>[a-z]{{2,6}})[\s/_.-]*{_YEAR}[\s/_.-]+{_NUMBER}", re.ASCII
)
_TIGHTLY: Final = re.compile(rf"(?P<prefix>[a-z]{{2,6}}){_YEAR}(?P<number>[0-9]{{4}})", re.ASCII)
# A hyphen stands between a place and a number, and never between two numbers: 3-2-501 is a door.
_SAID: Final = re.compile(
    r"(?:(?P<first>2[0-9]{3})\s*年\s*)?"
    rf"的?(?:编号|事项)?(?P<place>.*?)\s*(?:\(?{_YEAR}\s*年?\)?)?\s*(?:(?<![0-9-])|(?<=[^\W0-9_]-)(?!2[0-9]{{3}}(?![0-9])))"
    rf"(?:no\.?|#|第)?\s*{_NUMBER}\s*号?(?:\s*的?(?:事情?|诉求|进展))?"
    r"(?:[\s,，]*(?:\(|of\s*)?(?P<later>2[0-9]{3})\s*年?\)?)?"
)
_NUMBER_FIRST: Final = re.compile(
    rf"(?:no\.?|number|#)\s*{_NUMBER}\s*(?:of|in|at|,)?\s+(?P<place>[a-z][a-z .']*)", re.ASCII
)
# Around what is said, as it comes out of a message.
_AROUND: Final = " \t\r\n。.，,、;:!?…~\"'“”‘’「」『』《》【】"
# What may stand beside the name of a community and still be that community.
_BESIDE: Final = re.compile("社区|居委会|居民委员会|村委会|村|community|的")
# The longest that is read: an address with all that a browser appends to it.
LONGEST: Final = 400
SHORTEST_PLACE: Final = 2


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A number as typed: a whole reference, or what is said, perhaps with its place and year."""

    number: int
    reference: str = ""
    place: str = ""
    year: int | None = None


def written(prefix: str, year: int, number: int) -> str:
    return f"{prefix}-{year}-{number:04d}"


def said(place: str, number: int, year: int | None = None) -> str:
    """`year` only where it is not plain which one is meant: two of a number meet after New Year."""
    values = {"community": place, "number": number, "year": year}
    if year is None:
        return _("%(community)s No. %(number)d") % values
    return _("%(community)s No. %(number)d of %(year)d") % values


def read(words: str) -> TypedNumber | None:
    """The number that `words` name, in any width and case; None if they are something else.

    A written one may stand in other words or in an address; what is said is all of `words`.
    """
    # Twice: the way back after signing in is part of an address that is part of an address.
    typed = unquote(unquote(cut(words, LONGEST)))
    plain = _HYPHENS.sub("-", normalise(typed)).strip(_AROUND)
    there = {_reference(found) for found in _WRITTEN.finditer(plain)}
    if len(there) == 1:
        return there.pop()
    if there:
        return None
    if (found := _LOOSELY.fullmatch(plain) or _TIGHTLY.fullmatch(plain)) and int(found["number"]):
        return _reference(found)
    if found := _SAID.fullmatch(plain_form(plain)):
        year = found["year"] or found["later"] or found["first"]
        return _said(found, int(year) if year else None)
    if found := _NUMBER_FIRST.fullmatch(plain):
        return _said(found, None)
    return None


def _said(found: re.Match[str], year: int | None) -> TypedNumber:
    return TypedNumber(int(found["number"]), place=found["place"].strip(_AROUND + "-"), year=year)


def as_written(words: str) -> str:
    """The reference that `words` name if they name one in writing; otherwise `words` unchanged."""
    asked = read(words)
    return asked.reference if asked is not None and asked.reference else words


def is_place(typed: str, *names: str) -> bool:
    """Whether a place was meant that has these names: neither need begin with the other.

    Beside a name nothing else may stand but what such a place is called: 珠玑东社区 is 珠玑东,
    珠玑东 电梯 is not.
    """
    place = _tight(typed)
    known = [_tight(name) for name in names if name]
    if len(place) < SHORTEST_PLACE:
        return place in known
    return any(place in name or _is_called(place, name) for name in known)


def _is_called(place: str, name: str) -> bool:
    if len(name) < SHORTEST_PLACE or name not in place:
        return False
    return not _BESIDE.sub("", place.replace(name, "", 1))


def _tight(name: str) -> str:
    return "".join(normalise(name).split())


def _reference(found: re.Match[str]) -> TypedNumber:
    number = int(found["number"])
    return TypedNumber(number, written(found["prefix"].upper(), int(found["year"]), number))
