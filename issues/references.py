"""How a matter's number is written, said and read; everything here is pure.

Written ZJD-2026-0042: the prefix of its community, the year in Shanghai, the number in that year.
Said 珠玑东 42 号, on the phone and on the receipt.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from issues.bigrams import normalise

# Seven digits are no number of a matter, but of something else.
_NUMBER: Final = r"0*(?P<number>[1-9][0-9]{0,5})"
_WRITTEN: Final = re.compile(rf"(?P<prefix>[a-z]+)-(?P<year>[0-9]{{4}})-{_NUMBER}", re.ASCII)
_SAID: Final = re.compile(rf"(?P<place>\D*?)\s*(?:no\.?)?\s*(?<!-){_NUMBER}\s*号?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Asked:
    """A number as somebody typed it: a whole reference, or what is said, perhaps with its place."""

    number: int
    reference: str = ""
    place: str = ""


def written(prefix: str, year: int, number: int) -> str:
    return f"{prefix}-{year}-{number:04d}"


def said(place: str, number: int) -> str:
    return _("%(community)s No. %(number)d") % {"community": place, "number": number}


def read(words: str) -> Asked | None:
    """The number that is all of `words`, in any width and case; None if they are something else."""
    plain = normalise(words).strip()
    if found := _WRITTEN.fullmatch(plain):
        number = int(found["number"])
        return Asked(number, written(found["prefix"].upper(), int(found["year"]), number))
    if found := _SAID.fullmatch(plain):
        return Asked(int(found["number"]), place=found["place"])
    return None
