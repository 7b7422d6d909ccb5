"""Numbers of phones, of cards and of identity, whatever stands between their digits. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from issues.masking.hits import Hidden, Span
from issues.masking.innocent import AND_IT_IS, CALLS, MEASURES
from issues.masking.normal import Normal

# What people put between the digits of one number.
_PARTS: Final = r"[\s.\-·•‧・∙_~*/\\|,;:'\"()\[\]<>{}+=—–‐‑‒―−。、，；：…“”‘’`^#【】「」《》〈〉]"
# A long line of dashes or dots; of brackets and quotes many part numbers of their own. The two ways
# exclude each other, so that no text is read again and again.
_LINE: Final = r"[\s\-—–−_.·~*=+/\\|]{5,16}"
_BETWEEN: Final = re.compile(rf"{_PARTS}{{1,4}}|{_LINE}")
# Whatever else: any sign that is neither letter nor digit, a mark of a page, a letter as a stroke.
_SIGN: Final = r"(?:_|[^\w\ufffc])"
GAP: Final = rf"(?:{_SIGN}{{0,4}}|{_LINE})"
_ANYTHING: Final = re.compile(
    rf"{_SIGN}{{1,4}}|{_LINE}|\s?[xXoO丨转杠]\s?|\s?</?[A-Za-z]{{1,8}}\s?/?>\s?"
)
MOBILE: Final = re.compile(r"(?:0086|86|0)?1[3-9][0-9]{9}")
_PRICES: Final = re.compile(r"[0-9]+\.[0-9]{2}(?:[\s,、]+[0-9]+\.[0-9]{2})+")
# A place, a day of birth, three digits and a last sign, each with anything between them.
_IDENTITY: Final = re.compile(
    r"(?<![0-9])[1-9](?:_[0-9]){5}_(?:1_9|2_0)_[0-9]_[0-9]_(?:0_[1-9]|1_[0-2])_"
    r"(?:0_[1-9]|[12]_[0-9]|3_[01])(?:_[0-9]){3}_(?:[0-9](?![0-9])|[xX](?![A-Za-z]))".replace(
        "_", GAP
    )
)
_MONEY: Final = re.compile("[元块价费钱¥$]")
# 13、15、12号楼, 135、72和802路: no part begins with 0, and what they are numbers of is said.
_MEMBER: Final = "[1-9][0-9]{0,2}"
_LISTED: Final = re.compile(
    rf"{_MEMBER}([、,])\s?{_MEMBER}(?:\1\s?{_MEMBER}){{0,30}}(?:\s?[和及与]\s?{_MEMBER})?"
    r"\s?(?:路|号楼|号线|号院|#楼|栋|幢|座|单元|楼|层)"
)
# After a blank a new sentence may begin with 人 or 个.
_MEASURE: Final = re.compile(
    rf"(?:\.[0-9]{{1,2}})?(?:[余多几来]?[{MEASURES}]|\s[余多几来]?(?:[元块万亿米吨%]|平[方米]))"
)
# 150×2000×3000 is how long, wide and high something is.
_SIZES: Final = re.compile(
    r"[1-9][0-9]{0,4}(?:\s?[x×*]\s?[1-9][0-9]{0,4}){1,2}\s?(?:mm|cm|毫米|厘米|公分|米)"
    r"|[1-9][0-9]{0,3}0(?:\s?[x×*]\s?[1-9][0-9]{0,3}0){1,2}",
    re.IGNORECASE,
)
_CURRENCY: Final = re.compile(r"(?:[¥$]|人民币|RMB)\s?$", re.I)
WITH_AREA: Final = re.compile(r"(?:0086|86)?0(?:10|2[0-9]|[3-9][0-9]{2})[2-8][0-9]{6,7}")
# What says that a number comes.
_NUMBER_COMES: Final = re.compile(rf"(?:手机|{CALLS}){AND_IT_IS}")
_EXTENSION: Final = re.compile(r"\s{0,2}(?:转|分机号?|ext\.?|-|#)\s{0,2}[0-9]{1,6}(?![0-9])", re.I)
_LONGEST: Final = 19
# Of a landline, with its area, of a mobile, with the country's, of a card.
_LENGTHS: Final = frozenset({7, 8, *range(10, 20)})
# A flood of digits is nobody's number.
_FLOOD: Final = 64

Tokens = Sequence[tuple[int, int]]


def identities(normal: Normal) -> Iterator[Span]:
    """Before anything in them is taken for a date."""
    for found in _IDENTITY.finditer(normal.digits):
        yield Span(Hidden.IDENTITY, *found.span())


def numbers(normal: Normal) -> Iterator[Span]:
    digits = normal.digits
    tokens = [found.span() for found in re.finditer(r"[0-9]+", digits)]
    at = 0
    while at < len(tokens):
        found = _longest_from(digits, tokens, at)
        if found is None:
            at += 1
            continue
        kind, last = found
        start, end = _prefixed(digits, tokens[at][0]), tokens[last][1]
        yield Span(kind, start, _suffixed(digits, end, kind))
        at = last + 1
        while at < len(tokens) and tokens[at][0] < _suffixed(digits, end, kind):
            at += 1


def _longest_from(digits: str, tokens: Tokens, at: int) -> tuple[Hidden, int] | None:
    """The kind of the longest number that begins with this token, and its last token."""
    best: tuple[Hidden, int] | None = None
    together = ""
    for last in range(at, len(tokens)):
        start, end = tokens[last]
        if last > at and not _ANYTHING.fullmatch(digits, tokens[last - 1][1], start):
            break
        together += digits[start:end]
        if len(together) > _LONGEST and last > at:
            break
        if last > at and len(together) not in _LENGTHS:
            continue
        window = tokens[at : last + 1]
        kind = _kind_of_one(digits, window[0]) if last == at else _kind(digits, window, together)
        if kind is not None:
            best = kind, last
    return best


def _kind_of_one(digits: str, token: tuple[int, int]) -> Hidden | None:
    """Of digits without anything between them."""
    start, end = token
    number = digits[start:end]
    if MOBILE.fullmatch(number) and len(number) < 15:
        return Hidden.PHONE
    if WITH_AREA.fullmatch(number) and len(number) < 14:
        return Hidden.LANDLINE
    if 14 <= len(number) <= _FLOOD:
        return Hidden.IDENTITY
    if re.fullmatch(r"[2-8][0-9]{6,7}", number) and not _measured(digits, start, end):
        return Hidden.LANDLINE
    return None


def _kind(digits: str, window: Tokens, together: str) -> Hidden | None:
    """Of several groups of digits."""
    parts = [digits[first[1] : second[0]] for first, second in pairwise(window)]
    if all(_BETWEEN.fullmatch(part) for part in parts):
        kind = _kind_as_parted(digits, window, together)
    else:
        kind = _kind_by_any_sign(window, together, parts)
        if kind is None and len(window) == 2:
            kind = _kind_as_parted(digits, window, together)
    if kind is None or _is_a_list(digits, window):
        return None
    return kind


def _kind_as_parted(digits: str, window: Tokens, together: str) -> Hidden | None:
    if _is_card(window, together):
        return Hidden.IDENTITY
    if MOBILE.fullmatch(together):
        return Hidden.PHONE
    start, end = window[0][0], window[-1][1]
    local = _is_local(digits, window, together) and not _measured(digits, start, end)
    return Hidden.LANDLINE if local or WITH_AREA.fullmatch(together) else None


def _kind_by_any_sign(window: Tokens, together: str, parts: Sequence[str]) -> Hidden | None:
    """138★0013★8000: by one sign throughout, or in as few groups as people make of a number.

    13.5%、18.2%、26.3%、8.1% are neither.
    """
    shape = [end - start for start, end in window]
    by_one_sign = len({part.strip() for part in parts}) == 1
    if not by_one_sign and (len(shape) > 3 or max(shape) < 4):
        return None
    if MOBILE.fullmatch(together):
        return Hidden.PHONE
    with_area = len(shape) == 2 and WITH_AREA.fullmatch(together)
    return Hidden.LANDLINE if with_area else None


def _is_card(window: Tokens, together: str) -> bool:
    """6222 0212 3456 7890 123: fours, and a shorter rest; those of UnionPay however parted."""
    shape = [end - start for start, end in window]
    if together.startswith("62") and len(together) in range(16, 20) and max(shape) >= 4:
        return True
    return set(shape[:-1]) == {4} and shape[-1] <= 4 and len(together) in range(16, 20)


def _is_local(digits: str, window: Tokens, together: str) -> bool:
    """7180 123, 8642-1375, or each digit by itself; not 2025-2026 nor 3000-5000.

    Said to be one, or with a sign that parts nothing else, whatever stands between: 7180!123.
    """
    if not re.fullmatch(r"[2-8][0-9]{6,7}", together):
        return False
    shape = tuple(end - start for start, end in window)
    if set(shape) == {1}:
        return True
    first, last = digits[slice(*window[0])], digits[slice(*window[-1])]
    years = all(re.fullmatch(r"(?:19|20)[0-9]{2}", one) for one in (first, last))
    round_ones = first.endswith("00") and last.endswith("00")
    said = bool(_NUMBER_COMES.search(digits[max(0, window[0][0] - 12) : window[0][0]]))
    between = digits[window[0][1] : window[1][0]]
    near = said or re.fullmatch(r"[-.·\s—–]{1,3}|[!?~@&^★☆😀-🙏❤-➿]{1,3}", between)
    usual = shape in {(4, 4), (3, 4), (4, 3)} or (said and max(shape) <= 4)
    return usual and bool(near) and not years and not round_ones


def _is_a_list(digits: str, window: Tokens) -> bool:
    """13、15、17、18 rise by one sign, 8、7号楼 are buildings; 1.50 16.80 are prices."""
    start, end = window[0][0], window[-1][1]
    if _PRICES.fullmatch(digits, start, end) and _MONEY.search(digits, max(0, start - 9), end + 3):
        return True
    if (listed := _LISTED.match(digits, start)) and listed.end() > end:
        return True
    if (sizes := _SIZES.match(digits, start)) and sizes.end() >= end:
        return True
    said = [digits[first:last] for first, last in window]
    rising = all(int(first) < int(second) for first, second in pairwise(said))
    parts = {digits[first[1] : second[0]].strip() for first, second in pairwise(window)}
    # 13 020 021 100 is dialled: a blank alone parts no list, and nothing in one begins with 0.
    parted = len(parts) == 1 and parts != {""} and not any(one.startswith("0") for one in said)
    return rising and parted and len(said) >= 4 and max(map(len, said)) <= 3


def _measured(digits: str, start: int, end: int) -> bool:
    """2300000余元, ¥2300000."""
    return bool(_MEASURE.match(digits, end) or _CURRENCY.search(digits[max(0, start - 4) : start]))


def _prefixed(digits: str, start: int) -> int:
    """With the bracket or the plus that belongs to it."""
    before = re.search(r"[+(]{1,2}$", digits[:start][-2:])
    return start - len(before.group()) if before else start


def _suffixed(digits: str, end: int, kind: Hidden) -> int:
    """With the last sign of an identity, and the extension of a landline."""
    if kind == Hidden.IDENTITY and (
        found := re.match(r"[\s.\-]{0,2}[xX](?![A-Za-z])", digits[end:])
    ):
        return end + found.end()
    if kind == Hidden.LANDLINE and (found := _EXTENSION.match(digits, end)):
        return found.end()
    return end
