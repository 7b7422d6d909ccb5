"""Numbers in disguise: letters for digits, words in between, papers by their name. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from issues.masking.hits import Hidden, Span, found_as
from issues.masking.normal import Normal
from issues.masking.numbers import GAP, MOBILE, WITH_AREA

# O for 0 and l for 1, in a mobile number, a card of identity and one of a bank.
_ALIKE: Final = "[0-9OoIl|]"
_DASHED: Final = r"[\s-]?"
_LOOKS: Final = tuple(
    (kind, re.compile(rf"(?<![A-Za-z0-9]){shape}(?![A-Za-z0-9])"))
    for kind, shape in (
        (Hidden.PHONE, rf"[1lI|]{_DASHED}[3-9](?:{_DASHED}{_ALIKE}){{9}}"),
        (
            Hidden.LANDLINE,
            rf"[0Oo](?:[1lI|][0Oo]|2{_ALIKE}|[3-9]{_ALIKE}{{2}}){_DASHED}[2-8](?:{_DASHED}{_ALIKE}){{6,7}}",
        ),
        (Hidden.IDENTITY, rf"[1-6](?:{_DASHED}{_ALIKE}){{16}}{_DASHED}(?:{_ALIKE}|[xX])"),
        (Hidden.IDENTITY, rf"62(?:{_DASHED}{_ALIKE}){{14,17}}"),
    )
)
_FEWEST_DIGITS: Final = 4
# 138那个0013再来8000: said as in a talk.
_WORDS: Final = (
    "那个|然后|再来|再加|接着|后面|中间|前面|最后"
    "|尾号|末尾|开头|[前后中][三四]位|空格?|横?杠|是|再|加|呢|嗯|哈|和"
)
_AND: Final = rf"(?:[\s,、，。]|{_WORDS}){{0,4}}"
_TOLD: Final = re.compile(rf"(?<![0-9])1[3-9][0-9]{_AND}[0-9]{{4}}{_AND}[0-9]{{4}}(?![0-9])")
# As on the radio: 洞 for 0, 拐 for 7.
_RADIO: Final = str.maketrans("洞拐勾两", "0792")
_BY_RADIO: Final = re.compile(
    rf"(?<![0-9])(?:1{GAP}[3-9](?:{GAP}[0-9]){{9}}|0(?:{GAP}[0-9]){{9,11}})(?![0-9])"
)
# Each digit by its name in English, or in Pinyin. “double” is said of two alike.
_NAMED: Final = (
    ("zero", "oh", "o", "nought", "ling", "dong"),
    ("one", "yi", "yao"),
    ("two", "er", "liang"),
    ("three", "san"),
    ("four", "si"),
    ("five", "wu"),
    ("six", "liu"),
    ("seven", "qi", "guai"),
    ("eight", "ba"),
    ("nine", "jiu", "gou"),
)
_DIGIT_OF: Final = {name: str(digit) for digit, names in enumerate(_NAMED) for name in names}
_NAME: Final = "|".join(sorted(_DIGIT_OF, key=len, reverse=True))
_ONE: Final = re.compile(rf"(?:(double|triple)[\s-]?)?({_NAME}|[0-9])", re.IGNORECASE)
_SPOKEN: Final = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?:(?:double|triple)[\s-]?)?(?:{_NAME}|[0-9])[\s,.、，。-]{{0,3}}){{5,24}}"
    r"(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_TIMES: Final = {"": 1, "double": 2, "triple": 3}
# Papers that tell who somebody is. A card of a gate has no number of twelve digits.
_NUMBER_IS: Final = r"(?:号码|编号|账号|号)?[是为:=\s]{0,3}"
_GAP_IN_NUMBER: Final = r"[\s.·_*/-]{0,2}"
_LISTED: Final = (
    "(?:护照|通行证|军官证|士兵证|台胞证|居住证|驾照|驾驶证|残疾证|社保卡?|医保卡?|证件)"
)
_PAPERS: Final = tuple(
    re.compile(f"(?P<keep>{named}){number}(?![0-9A-Za-z])")
    for named, number in (
        (
            f"{_LISTED}{_NUMBER_IS}",
            rf"(?:[A-Za-z]{{1,3}}(?:{_GAP_IN_NUMBER}[0-9]){{6,12}}|(?:[0-9]{_GAP_IN_NUMBER}){{8,19}}[0-9xX])",
        ),
        (
            f"(?:身份证|银行卡|卡|账[号户]|帐[号户]|户头){_NUMBER_IS}",
            rf"(?:[0-9]{_GAP_IN_NUMBER}){{11,19}}[0-9xX]",
        ),
        # Its last digits, said to be those.
        (
            rf"(?:身份证|证件|银行卡){_NUMBER_IS}的?(?:最?[后尾末]\s?[3-8]\s?位|尾号){_NUMBER_IS}",
            "[0-9]{2,7}[0-9xX]",
        ),
    )
)
# With the day of birth written as one.
_BORN: Final = re.compile(
    r"(?<![0-9])[1-9][0-9]{5}\s?(?:19|20)[0-9]{2}\s?年[0-9]{1,2}\s?月[0-9]{1,2}\s?日\s?"
    r"[0-9]{3}[0-9xX](?![0-9A-Za-z])"
)


def papers(normal: Normal) -> Iterator[Span]:
    for found in _BORN.finditer(normal.digits):
        yield Span(Hidden.IDENTITY, *found.span())
    for pattern in _PAPERS:
        for found in pattern.finditer(normal.digits):
            yield found_as(Hidden.IDENTITY, found)


def look_alikes(normal: Normal) -> Iterator[Span]:
    """With a letter in it at least; what has only digits is found as a number."""
    for kind, pattern in _LOOKS:
        for found in pattern.finditer(normal.digits):
            digits = sum(sign.isdecimal() for sign in found.group())
            if digits >= _FEWEST_DIGITS and re.search("[OoIl|]", found.group()):
                yield Span(kind, *found.span())


def in_words(normal: Normal) -> Iterator[Span]:
    """Numbers as they are told, with words for what parts them or for their digits."""
    for found in _TOLD.finditer(normal.digits):
        if re.search(_WORDS, found.group()):
            yield Span(Hidden.PHONE, *found.span())
    for found in _BY_RADIO.finditer(normal.digits.translate(_RADIO)):
        said = normal.digits[slice(*found.span())]
        if re.search("[洞拐勾两]", said) and (
            kind := _kind_of(re.sub("[^0-9]", "", found.group()))
        ):
            yield Span(kind, *found.span())
    for found in _SPOKEN.finditer(normal.digits):
        ones = list(_ONE.finditer(found.group()))
        digits = "".join(map(_digits, ones))
        if re.search("[A-Za-z]", found.group()) and (kind := _kind_of(digits)):
            yield Span(kind, found.start(), found.start() + ones[-1].end())


def _digits(said: re.Match[str]) -> str:
    times, one = (said[1] or "").lower(), said[2].lower()
    return _DIGIT_OF.get(one, one) * _TIMES[times]


def _kind_of(digits: str) -> Hidden | None:
    """Of digits that were said one by one. What only counts up is no number."""
    if MOBILE.fullmatch(digits):
        return Hidden.PHONE
    counts = digits in "0123456789" or digits in "9876543210"
    local = re.fullmatch("[2-8][0-9]{6,7}", digits) and not counts
    return Hidden.LANDLINE if local or WITH_AREA.fullmatch(digits) else None
