"""Numbers whose middle or end is hidden: who asks around still finds whose they are. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from issues.masking.accounts import PROVINCES
from issues.masking.hits import Hidden, Span, found_as
from issues.masking.normal import Normal

_STAR: Final = r"[*×xX?•·●○■□_#※✱★☆✳▪]"
_GAP: Final = r"[\s-]{0,2}"
_ONE: Final = rf"{_GAP}(?:[0-9]|{_STAR}|\.)"
_LETTER_BEFORE: Final = r"(?<![0-9A-Za-z*×.#])"
_NO_DIGIT_AFTER: Final = r"(?![0-9A-Za-z*×.]|\s?[元块万米人户平吨])"
# 0533-718****: with the area before it, or said to be one.
_ASKED: Final = r"(?:电话|座机|手机|固话|号码|拨打?|打给?我?|(?i:tel|call|phone))[是为:\s]{0,3}"
_TAILS: Final = r"(?:尾号|[后末最]{1,2}\s?[3-8]\s?位(?:数字?)?)[是为:\s]{0,2}"
_OF_A_PHONE: Final = r"(?:手机|电话|微信|联系方式)(?:号码?)?的?"
_PATTERNS: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Hidden.PHONE, rf"{_LETTER_BEFORE}1(?:{_ONE}){{10}}{_NO_DIGIT_AFTER}"),
        (
            Hidden.PHONE,
            rf"{_LETTER_BEFORE}1[3-9][0-9]{_GAP}(?:{_STAR}\s?){{2,8}}{_GAP}[0-9]{{3,4}}{_NO_DIGIT_AFTER}",
        ),
        (
            Hidden.LANDLINE,
            rf"{_LETTER_BEFORE}\(?0[0-9]{{2,3}}[\s)-]{{0,2}}(?:[0-9]|{_STAR}){{7,8}}{_NO_DIGIT_AFTER}",
        ),
        (Hidden.LANDLINE, rf"(?P<keep>{_ASKED})[2-8](?:[0-9]|{_STAR}){{6,7}}{_NO_DIGIT_AFTER}"),
        (
            Hidden.IDENTITY,
            rf"{_LETTER_BEFORE}[1-9][0-9]{{3,9}}(?:\s?[*×xX●•■□※]){{4,14}}\s?[0-9]{{2,4}}[0-9Xx]{_NO_DIGIT_AFTER}",
        ),
        (
            Hidden.PLATE,
            rf"[{PROVINCES}]{_GAP}[A-Za-z][\s.·•-]?(?=[*×●•?]{{0,5}}[0-9A-Z])(?:[0-9A-Z]|[*×●•?]){{5,6}}(?![0-9A-Za-z*×])",
        ),
    )
)
# 139----1234----5678 hides nothing.
_NO_MORE: Final = r"(?!\W{1,16}[0-9]{2})"
# What hides its middle, whatever it is: ^^^^, ----, 某某某某, （隐藏）.
_ANY_STAR: Final = (
    r"(?:(?P<star>[^\w\s,。、;:!?.()\ufffc])(?:\s?(?P=star)){2,7}|某{2,8}"
    r"|\((?:隐藏|隐去|保密|略)\))"
)
_BEGINS: Final = rf"{_LETTER_BEFORE}1[3-9][0-9]"
_PARTLY_SHOWN: Final = (
    re.compile(rf"{_BEGINS}{_GAP}{_ANY_STAR}{_GAP}[0-9]{{4}}{_NO_MORE}{_NO_DIGIT_AFTER}"),
    re.compile(
        rf"(?P<keep>{_ASKED})1[3-9][0-9]\s?(?:\.{{3,8}}|{_STAR}{{2,8}})\s?[0-9]{{2,4}}{_NO_DIGIT_AFTER}"
    ),
    re.compile(
        rf"{_BEGINS}\s?(?:开|打|起)头[^0-9\ufffc]{{0,6}}[0-9]{{3,4}}(?:\s?(?:结尾|收尾))?{_NO_DIGIT_AFTER}"
    ),
    re.compile(rf"(?P<keep>{_OF_A_PHONE}{_TAILS})[0-9]{{3,8}}{_NO_DIGIT_AFTER}"),
    re.compile(rf"(?P<keep>尾号[是为:\s]{{0,2}})[0-9]{{4}}{_NO_DIGIT_AFTER}"),
)
_TELLS: Final = {Hidden.PHONE: 5, Hidden.LANDLINE: 3, Hidden.IDENTITY: 6, Hidden.PLATE: 1}


def half_hidden(normal: Normal) -> Iterator[Span]:
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(normal.digits):
            span = found_as(kind, found)
            if _is_half(span, normal.digits):
                yield span


def said_halves(normal: Normal) -> Iterator[Span]:
    """手机尾号1234, 139打头."""
    for pattern in _PARTLY_SHOWN:
        for found in pattern.finditer(normal.digits):
            yield found_as(Hidden.PHONE, found)


def _is_half(span: Span, text: str) -> bool:
    """Enough of it shown to tell whose, and enough of it hidden to be no other rule's."""
    said = text[span.start if span.hidden_from is None else span.hidden_from : span.end]
    stars = len(re.findall(rf"{_STAR}|\.", said))
    shown = sum(sign.isdecimal() for sign in said)
    runs = re.findall(rf"(?:{_STAR}|\.)(?:[\s-]{{0,2}}(?:{_STAR}|\.))*", said)
    if span.kind != Hidden.PLATE and max(map(len, runs), default=0) < 2:
        return False  # What only parts its digits hides none of them.
    return bool(stars) and len(runs) <= 2 and shown >= _TELLS[span.kind]
