"""What people type, as we keep it: the one place that says what in a text carries something.

Nothing that can be read is changed. docs/decisions/0057-words.md says why each rule is there.
"""

from __future__ import annotations

import re
from typing import Final

import regex

# As many marks over or under one letter as a written language needs.
_MOST_ACCENTS: Final = 3
_MOST_MARKS: Final = 6

# What a browser sends as \r\n it counted as one.
_BREAK: Final = regex.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
# They turn the order of what stands beside them, on the page and in the record.
_TURNS: Final = r"\p{Bidi_Control}"
_NO_ROOM: Final = (
    r"\u00ad\u034f\u180e\u200b\u2060-\u206f\ufeff\ufff9-\ufffb\U000E0001"
    r"\p{Noncharacter_Code_Point}"
)
# PostgreSQL keeps no NUL: that one is told to the person, see `acting.storable`.
_CONTROLS: Final = r"\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_GONE: Final = regex.compile(f"[{_TURNS}{_NO_ROOM}{_CONTROLS}]")
# Letters of a flag are told by a few tags after it; any others are words that nobody sees.
_FLAG_OR_TAGS: Final = regex.compile(
    r"(\U0001F3F4[\U000E0030-\U000E0039\U000E0061-\U000E007A]{2,6}\U000E007F)"
    r"|[\U000E0020-\U000E007F]+"
)
# Joiners mean something inside an emoji, and after a letter of the scripts that join.
_LOOSE_JOINER: Final = regex.compile(
    r"(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])(?<!_JOINING)[\u200c\u200d]"
    r"|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])[\u200c\u200d]"
    r"(?!\p{Extended_Pictographic})".replace(
        "_JOINING",
        r"[[\p{L}\p{M}]--[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Bopomofo}\p{Latin}\p{Greek}"
        r"\p{Cyrillic}\p{Common}\p{Inherited}]]",
    ),
    regex.V1,
)
_ACCENTS: Final = regex.compile(
    rf"(\p{{Script=Inherited}}{{{_MOST_ACCENTS}}})\p{{Script=Inherited}}+"
)
_MARKS: Final = regex.compile(rf"(\p{{M}}{{{_MOST_MARKS}}})\p{{M}}+")
# Braille, musical and hieroglyphic blanks are letters and signs by their class.
_SHOWN: Final = regex.compile(
    r"[^\p{Z}\p{M}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}"
    r"\s\u2800\ufffc\U0001D159\U00013441\U00013442]"
)
# Those, and the blanks of Hangul where they hold no place for a part of a syllable.
_BLANK: Final = (
    r"(?:[\s\p{Z}\u2800\u3164\uffa0\U0001D159\U00013441\U00013442]|\u115f\u1160"
    r"|\u115f(?![\u1160-\u11a7\ud7b0-\ud7c6])"
    r"|(?<![\u1100-\u115f\ua960-\ua97c])\u1160(?![\u11a8-\u11ff\ud7cb-\ud7fb]))"
)
_BLANKS_BEFORE: Final = regex.compile(f"{_BLANK}*+")
_BLANKS_AFTER: Final = regex.compile(f"(?r){_BLANK}*")
# Most of what is typed: no sign of these is a mark, a blank but the common one, or unseen.
_ORDINARY: Final = re.compile("[ -~\u4e00-\u9fff\u3001-\u3011\uff01-\uff5e‘’“”—…·]*")
_IN_A_LINE: Final = re.compile(r"[\n\t]+")


def shows_nothing(text: str) -> bool:
    """True if a reader would see an empty page: blanks of all kinds, or marks without a letter."""
    return _SHOWN.search(text) is None


def as_stored(typed: str) -> str:
    """`typed` as it is kept: trimmed, each break of a line as one character, nothing invisible.

    Empty if it shows nothing. NUL and lone surrogates stay, for the caller to refuse.
    """
    if _ORDINARY.fullmatch(typed):
        return typed.strip()
    text = _BREAK.sub("\n", typed)
    text = _FLAG_OR_TAGS.sub(r"\1", _GONE.sub("", text))
    text = _LOOSE_JOINER.sub("", text)
    text = _without_edges(_MARKS.sub(r"\1", _ACCENTS.sub(r"\1", text)))
    return "" if shows_nothing(text) and not _unstorable(text) else text


def in_a_line(typed: str) -> str:
    """The same for what has one line, such as a name or a title."""
    return _IN_A_LINE.sub(" ", as_stored(typed))


def cut(text: str, most: int) -> str:
    """The beginning of `text`, `most` characters at the most, that ends where a person sees an end.

    An emoji of several parts, a flag, an accented letter is there or is not.
    """
    if len(text) <= most:
        return text
    end = 0
    for cluster in regex.finditer(r"\X", text, endpos=_window(text, most)):
        if cluster.end() > most:
            break
        end = cluster.end()
    return text[: end or most]


def first_sign(text: str) -> str:
    """What a person sees as the first sign: an accented letter or an emoji with all its parts."""
    found = regex.match(r"\X", text)
    return found[0] if found else ""


def shortened(text: str, most: int) -> str:
    """`cut` with “…” where something is left out."""
    return text if len(text) <= most else f"{cut(text, most - 1).rstrip()}…"


def _window(text: str, most: int) -> int:
    """Far enough to know whether the last character goes on."""
    return min(len(text), most + 1)


def _without_edges(text: str) -> str:
    """`strip` for all that looks like a blank."""
    text = text.strip()
    before, after = _BLANKS_BEFORE.match(text), _BLANKS_AFTER.match(text)
    return text[before.end() if before else 0 : after.start() if after else len(text)]


def _unstorable(text: str) -> bool:
    return any(sign == "\x00" or "\ud800" <= sign <= "\udfff" for sign in text)
