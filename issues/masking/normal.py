"""One form of a text, in which a number looks the same however it was written. Pure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

import regex

_NO_ROOM: Final = regex.compile(
    r"[\p{Default_Ignorable_Code_Point}\p{M}\p{Cf}[\p{Cc}--[\s]]]", regex.V1
)
_SPELT: Final = str.maketrans(
    "零〇○◯一幺弌壹二弍贰貳三叁叄弎四肆五伍六陆陸七柒八捌九玖",
    "0000111122223333445566677" + "8899",
)
_BRAILLE_BLANK: Final = "\u2800"
# Where something was found already: neither digit nor letter nor anything that parts a number.
TAKEN: Final = "\ufffc"


@dataclass(slots=True)
class Normal:
    """`text` is NFKC, without what takes no room, any run of blanks as one; `digits` also has
    Chinese digits as 0 to 9.

    Both are equally long; `places` tells of each of their characters where it stands in `original`.
    """

    original: str
    text: str
    digits: str
    places: tuple[int, ...]

    def take(self, start: int, end: int) -> None:
        """Nothing else is found here any more."""
        gone = TAKEN * (end - start)
        self.text = f"{self.text[:start]}{gone}{self.text[end:]}"
        self.digits = f"{self.digits[:start]}{gone}{self.digits[end:]}"

    def slice(self, start: int, end: int) -> tuple[int, int]:
        """The same place in the original, with what stands invisibly within and right after it.

        The box of a keycap belongs to its digit, the rest of a run of blanks to the first.
        """
        after = self.places[end] if end < len(self.places) else len(self.original)
        return self.places[start], max(self.places[end - 1] + 1, after)


def normal_form(text: str) -> Normal:
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for plain in _plain(sign):
            if plain.isspace() and signs and signs[-1].isspace():
                continue
            signs.append(plain)
            places.append(place)
    plain_text = "".join(signs)
    return Normal(text, plain_text, plain_text.translate(_SPELT), tuple(places))


def _plain(sign: str) -> str:
    """`sign` as one would type it: ３, ③, ❸ and ٣ are all 3. Empty if it takes no room."""
    if sign.isascii():
        return sign if sign.isprintable() or sign.isspace() else ""
    if (digit := unicodedata.digit(sign, None)) is not None:
        return str(digit)
    if sign == _BRAILLE_BLANK:
        return " "
    return _NO_ROOM.sub("", unicodedata.normalize("NFKC", sign))
