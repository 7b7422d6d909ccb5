"""Digits that are no number of anybody: slips, references, dates, hours, money. Pure."""

from __future__ import annotations

import re
from typing import Final

from issues.masking.normal import Normal

# After digits: so many of them.
MEASURES: Final = "元块万亿年月平个米克吨人户%"
_IS_OR_SIGN: Final = r"[是为:#\s]{0,3}"
# A room is none of a slip: 工单1203室漏水.
_RUN: Final = rf"{_IS_OR_SIGN}(?P<run>[A-Za-z0-9-]{{4,40}})(?!\s?(?:室|号房|房间))"
# Who writes 号 says that this is its number; a drawing has no telephone.
_SURE: Final = re.compile(
    "(?:(?:单|编|工单|订单|流水|受理|凭证|发票|票据|合同|运单|快递|案)号码?"
    rf"|图纸|图号|型号|规格|条码|批文|档案){_RUN}"
)
_SLIP: Final = re.compile(rf"(?:工单|订单|运单|发票|票据){_RUN}")
# Nothing longer is what a meter shows, and a door may stand behind it.
_SHOWN: Final = re.compile(
    rf"(?:水表|电表|气表|读数|表底){_IS_OR_SIGN}(?P<run>[0-9]{{4,6}})(?!\s?[-0-9室户家房号])"
)
_GAP: Final = r"[^\w\ufffc]{0,4}"
_LONG: Final = (
    rf"(?:1{_GAP}[3-9](?:{_GAP}[0-9]){{9}}"
    rf"|0{_GAP}(?:1{_GAP}0|2{_GAP}[0-9]|[3-9](?:{_GAP}[0-9]){{2}}){_GAP}[2-8](?:{_GAP}[0-9]){{6,7}})"
)
# A mobile number or one with its area, in whatever groups.
_TELEPHONE: Final = re.compile(rf"(?<![0-9])(?:(?:0086|86){_GAP})?0?{_LONG}(?![0-9])")
# 82345678, as well as 8234-5678; 2026-1128 is a year's.
_LOCAL: Final = re.compile(r"(?!20[0-3][0-9])[2-8][0-9]{3}[-\s.·]?[0-9]{4}(?![-0-9A-Za-z])")
_ANY_LOCAL: Final = re.compile(r"[2-8][0-9]{2,3}[-\s.·]?[0-9]{3,4}(?![-0-9A-Za-z])")
# 请联系水表7180123, 工单7180123打我.
_ASKS: Final = re.compile(r"(?:联系|致电|拨打|电话)[^\d,。;!?\ufffc]{0,4}$")
_CALL_ME: Final = re.compile(r"\s?(?:打我|打给|找我|联系|来电|电话|微信|加我|回我)")
_LABELLED: Final = ((_SURE, None), (_SLIP, _LOCAL), (_SHOWN, _ANY_LOCAL))
# 19000110 000 and 1900-01-10-000 are no days.
_NO_MOBILE: Final = r"(?!19(?:[\W_]{0,4}[0-9]){9}(?![\W_]{0,4}[0-9]))"
# 20000110, the tenth of January.
_DAY: Final = re.compile(
    rf"(?<![0-9]){_NO_MOBILE}"
    r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"
)
# After these, and a sign or two, a telephone comes.
CALLS: Final = r"电话|座机|固话|号码|联系|传呼|拨打?|打给?我?|(?i:tel|call|phone)"
AND_IT_IS: Final = r"(?:号码?)?[是为:\s]{0,3}$"
# 010-20000110, 座机20000110: with an area, or where a telephone is said to come, it is no day.
_TELEPHONE_COMES: Final = re.compile(
    rf"(?:(?<![0-9])(?:(?:0086|86){_GAP}0?|0){_GAP}(?:10|2[0-9]|[3-9][0-9]{{2}}){_GAP}"
    rf"$|(?:{CALLS}){AND_IT_IS})"
)
# As far as the longest of it reaches.
_BEFORE: Final = 24
_INNOCENT: Final = (
    re.compile(
        r"(?<![A-Za-z0-9])(?!(?i:tel|call|phone|mob)[a-z]{0,3}-)"
        r"[A-Za-z]{2,6}-[0-9]{4}-[0-9]{1,6}(?![0-9])"
    ),
    re.compile(
        rf"(?<![0-9]){_NO_MOBILE}"
        r"(?:19|20)[0-9]{2}\s?[-./年]\s?(?:0?[1-9]|1[0-2])\s?[-./月]\s?"
        r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])"
    ),
    re.compile(r"(?<![0-9:])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"),
    re.compile(
        r"[¥￥$]\s?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"
        rf"|(?<![0-9])[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?(?=\s?[{MEASURES}])"
    ),
    re.compile(rf"(?<![0-9])[0-9]{{1,5}}\.[0-9]{{1,2}}(?=\s?[{MEASURES}m])"),
    re.compile(r"(?<![0-9])[48]00[-\s]?[0-9]{3}[-\s]?[0-9]{4}(?![0-9])"),
)


def pass_over(normal: Normal) -> None:
    """Keep them from the rules about numbers and doors. A telephone is one under any name."""
    for labelled, local in _LABELLED:
        for found in labelled.finditer(normal.digits):
            if not _may_be_called(normal.digits, found, local):
                normal.take(*found.span())
    for found in _DAY.finditer(normal.digits):
        before = normal.digits[max(0, found.start() - _BEFORE) : found.start()]
        # No landline begins with 1.
        if found[0].startswith("1") or not _TELEPHONE_COMES.search(before):
            normal.take(*found.span())
    for pattern in _INNOCENT:
        for found in pattern.finditer(normal.digits):
            normal.take(*found.span())


def _may_be_called(digits: str, found: re.Match[str], local: re.Pattern[str] | None) -> bool:
    """Whether a telephone stands behind the label, or begins in what stands there."""
    start, end = found.span("run")
    if any(_TELEPHONE.match(digits, at) for at in range(start, end)):
        return True
    asked = _ASKS.search(digits, max(0, found.start() - 8), found.start())
    if asked or _CALL_ME.match(digits, end):
        local = _ANY_LOCAL
    return bool(local and local.match(digits, start))
