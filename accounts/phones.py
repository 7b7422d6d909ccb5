"""Chinese mobile numbers, as people type them and as we store and show them."""

import re
import unicodedata

MOBILE = re.compile(r"1[3-9][0-9]{9}")
# What people put between digits: spaces of every width, dashes, dots, brackets, invisible marks.
BETWEEN = re.compile(r"[\s\-‐-―−–—·.()（）_\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
COUNTRY = "+86"


class NotAMobile(ValueError):
    """The text is not a mobile number of mainland China."""


def normalise(typed: str) -> str:
    """`138 0013 8000`, `+86-13800138000`, `0086…` or full-width digits as E.164.

    Raises NotAMobile for anything else, since codes go only to Chinese mobiles.
    """
    if len(typed) > 60:
        raise NotAMobile
    digits = BETWEEN.sub("", unicodedata.normalize("NFKC", typed))
    for prefix in (COUNTRY, "0086", "86"):
        if digits.startswith(prefix) and len(digits) == len(prefix) + 11:
            digits = digits.removeprefix(prefix)
            break
    if not MOBILE.fullmatch(digits):
        raise NotAMobile
    return COUNTRY + digits


def mask(phone: str | None) -> str:
    """138****5678: enough to recognise one's own number, too little to call a stranger."""
    if not phone:
        return ""
    digits = phone.removeprefix(COUNTRY)
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) > 8 else "****"


def display(phone: str | None) -> str:
    """138 0013 8000, grouped as it is read aloud, for those who may see it."""
    if not phone:
        return ""
    digits = phone.removeprefix(COUNTRY)
    return f"{digits[:3]} {digits[3:7]} {digits[7:]}" if MOBILE.fullmatch(digits) else phone
