"""One normal form of codes, and of names that are compared: people type them in many ways."""

from __future__ import annotations

import re
import unicodedata

from accounts.words import as_stored

# What takes no room: format and control signs, fillers, joiners, variation selectors.
# Private letters stay: rare names have them.
UNSEEN_KINDS = frozenset({"Cc", "Cf", "Cs"})
UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0") | frozenset(
    chr(number)
    for number in (*range(0xFE00, 0xFE10), *range(0x180B, 0x180F), *range(0xE0100, 0xE01F0))
)
# Dashes that NFKC leaves, and the minus sign.
DASHES = re.compile(r"[\u2010-\u2015\u2212\u2500\u2e3a\u2e3b\u301c]")
HAN = re.compile(r"[\u3400-\u9fff]")
CODE = re.compile(r"[A-Z0-9][A-Z0-9_-]*")


def without_unseen(text: str) -> str:
    """`text` without what shows nothing; tabs and line breaks stay, as they part words."""
    return "".join(
        sign
        for sign in text
        if sign in "\t\n\r"
        or (sign not in UNSEEN and unicodedata.category(sign) not in UNSEEN_KINDS)
    )


def shown(text: str) -> str:
    """`text` as a reader sees it: without what shows nothing, and no blanks around it."""
    return as_stored(without_unseen(text))


def plain_code(text: str) -> str:
    """The form in which a code is kept and asked for: `ｚｊｄ – 1` is ZJD-1."""
    plain = without_unseen(unicodedata.normalize("NFKC", text))
    return DASHES.sub("-", "".join(plain.split())).upper()


def plain_name(text: str) -> str:
    """For comparing names of people and places; never shown or kept."""
    return plain_code(text).replace("·", "").replace("・", "").casefold()


def has_han(text: str) -> bool:
    """Whether Chinese stands in it, which is read in another voice on a page in English."""
    return HAN.search(text) is not None
