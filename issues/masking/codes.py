"""What opens something: the code of a door, a password, what a parcel is handed out for. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from issues.masking.hits import Hidden, Span, found_as
from issues.masking.normal import Normal

_CODE_OF: Final = (
    r"(?:密码锁?|口令|暗号|(?i:wi-?fi)(?=\s?[:=])|(?:取件|取货|提货|验证|校验|开门|开锁|门禁|门锁)码"
    r"|(?<![A-Za-z])(?i:pass\s?(?:word|code)|(?:door|gate|entry|access|lock)\s?code|PIN(?:\s?code)?)(?![A-Za-z]))"
)
_IS_NOW: Final = (
    r"(?:(?:1直|[^0-9A-Za-z,。;!?\ufffc]{0,8}),?[是为]|\s?(?:现在|已经?)?(?:改[成为]?|换[成为]?|设[成为置]?|就?是|为|叫|[:=]|\sis(?![A-Za-z])))?了?"
    r"\s?[\"'“‘「『【(\[]?\s?"
)
# So many of them, or when: 密码2026年没换过.
_NO_COUNT_AFTER: Final = r"(?![0-9A-Za-z]|\s?[年月日元块位次户人个多余平米秒分天张把遍室])"
_DIGITS: Final = (
    rf"[#*]{{0,2}}(?:[0-9][\s.·-]{{0,2}}){{3,11}}[0-9](?:\s?[#*]){{0,2}}{_NO_COUNT_AFTER}"
)
_MIXED: Final = rf"(?=[A-Za-z_@!#*-]{{0,19}}[0-9])[A-Za-z0-9_@!#*.-]{{4,20}}{_NO_COUNT_AFTER}"
_SHORT: Final = rf"(?:[#*][0-9]{{2,3}}|[0-9]{{2,3}}\s?[#*])[#*]?{_NO_COUNT_AFTER}"
# WiFi密码：pavilion.
_LETTERS: Final = r"(?<=[:=是为])[A-Za-z][A-Za-z0-9_@!#*-]{5,19}(?![0-9A-Za-z]|\s[A-Za-z])"
_PRESSED: Final = r"(?:[#*]{1,2}(?:[0-9]\s?){3,8}[#*]{0,2}|(?:[0-9]\s?){3,8}[#*]{1,2})"
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<keep>{_CODE_OF}{_IS_NOW})(?:{_DIGITS}|{_SHORT}|{_MIXED}|{_LETTERS})",
        # 门禁 1234#.
        rf"(?P<keep>(?:门禁|门锁|(?<![A-Za-z])(?i:code))(?:系统)?(?:号码?)?[是为:\s]{{0,2}}){_PRESSED}",
        # 按1234就开.
        r"(?P<keep>(?:按下?|摁|输入?|输上)\s?)(?:[0-9]\s?){4,8}(?=就?(?:能|可以?)?(?:开(?![始发放])|进(?![行入度])))",
        # 按1234#进; 按12345#转人工 is a telephone's.
        rf"(?P<keep>(?:按下?|摁|输入?|输上)\s?){_PRESSED}(?=\s?(?:就|可|能|进|开|即|$|[,。;!?)]))",
        # 2580是门禁密码.
        rf"(?<![0-9A-Za-z#*]){_DIGITS}(?=\s?就?[是为][^,。;!?0-9]{{0,6}}(?:密码|口令|开门码))",
    )
)


def codes(normal: Normal) -> Iterator[Span]:
    for pattern in _PATTERNS:
        for found in pattern.finditer(normal.digits):
            yield found_as(Hidden.CODE, found)
