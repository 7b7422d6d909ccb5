"""Digits that are no number of anybody: slips, references, dates, hours, money. Pure."""

from __future__ import annotations

import re
from typing import Final

from issues.masking.normal import Normal

# After digits: so many of them.
MEASURES: Final = "元块万亿年月平个米克吨人户%"
_LABEL: Final = "(?:单|编|工单|订单|流水|受理|凭证|发票|票据|合同|运单|快递|案)"
# The same without 号.
_SLIP: Final = (
    "图纸|图号|工单|订单|运单|发票|批文|档案|型号|规格|条码|水表|电表|气表|读数|表底|票据"
)
_INNOCENT: Final = (
    re.compile(
        rf"{_LABEL}号(?:码)?[是为:#\s]{{0,3}}(?!1[3-9][0-9]{{9}}(?![0-9]))[A-Za-z0-9-]{{4,40}}"
    ),
    re.compile(rf"(?:{_SLIP})[是为:#\s]{{0,3}}(?!1[3-9][0-9]{{9}}(?![0-9]))[A-Za-z0-9-]{{4,40}}"),
    re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2,6}-[0-9]{4}-[0-9]{1,6}(?![0-9])"),
    re.compile(
        r"(?<![0-9])(?:19|20)[0-9]{2}\s?[-./年]\s?(?:0?[1-9]|1[0-2])\s?[-./月]\s?"
        r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])"
    ),
    re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"),
    re.compile(r"(?<![0-9:])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"),
    re.compile(
        r"[¥￥$]\s?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?"
        rf"|(?<![0-9])[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?(?=\s?[{MEASURES}])"
    ),
    re.compile(rf"(?<![0-9])[0-9]{{1,5}}\.[0-9]{{1,2}}(?=\s?[{MEASURES}m])"),
    re.compile(r"(?<![0-9])[48]00[-\s]?[0-9]{3}[-\s]?[0-9]{4}(?![0-9])"),
)


def pass_over(normal: Normal) -> None:
    """Keep them from the rules about numbers and doors. A mobile number is one under any name."""
    for pattern in _INNOCENT:
        for found in pattern.finditer(normal.digits):
            normal.take(*found.span())
