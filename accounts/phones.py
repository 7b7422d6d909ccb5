"""Chinese numbers, as people type them and as we store and show them."""

import re
import unicodedata
from collections.abc import Iterator

MOBILE = re.compile(r"1[3-9][0-9]{9}")
# What people put between digits: spaces of every width, dashes, dots, brackets, invisible marks.
BETWEEN = re.compile(r"[\s\-‐-―−–—·.()（）_\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
COUNTRY = "+86"
# A landline with or without its area, a number of a firm.
CALLED = (
    re.compile(r"(0(?:10|2[0-9]|[3-9][0-9]{2}))([2-8][0-9]{6,7})"),
    re.compile(r"([48]00)([0-9]{3})([0-9]{4})"),
    re.compile(r"()([2-8][0-9]{6,7})"),
)
# As it is dialled from abroad, with or without the zero of its area.
INLAND = re.compile(r"^(?:\+|00)?86\+?0?(?=[1-9])")
LABEL = re.compile(
    r"^\s*(?:(?:联系|办公|工作|公开)?(?:电话|手机|座机|固话)(?:号码?)?|(?:tel|phone)\b)\s*[:.]?\s*",
    re.I,
)
# Every dash and dot that people put before an extension.
DASH = re.compile(r"[‐-―−–—·•・.]+")
# What a spreadsheet makes of a number: the dot parts nothing.
FRACTION = re.compile(r"\d{5,}\.0+")
SAID_EXTENSION = re.compile(
    r"(?P<number>.+?)\s*\(?\s*(?:转接?|分机号?|内线|ext(?:ension)?|x|#|,|\()\s*[:-]?\s*"
    r"(?P<extension>[0-9]{1,6})\s*(?:号|分机|\))*",
    re.IGNORECASE,
)
_LOCAL = r"[2-8][0-9]{2,3}[\s-]?[0-9]{4}"
THIRD_PART = re.compile(
    rf"(?P<number>(?:\(?0[0-9]{{2,3}}\)?|\(?(?:\+|00)?86\)?[\s-]*\(?0?[1-9][0-9]{{1,2}}\)?)[\s-]?{_LOCAL}"
    rf"|[48]00[\s-]?[0-9]{{3}}[\s-]?[0-9]{{4}}|(?![48]00[\s-]){_LOCAL})"
    r"\s*-+\s*(?P<extension>[0-9]{1,6})"
)
# Of an emergency, a hotline, a carrier.
SHORT = re.compile(r"1[0-9]{2}|1[0-9]{4,5}|9[5-6][0-9]{3,4}")
# As we keep it.
WITH_EXTENSION = re.compile(
    r"(0[0-9]{2,3}-[0-9]{7,8}|[48]00-[0-9]{3}-[0-9]{4}|[2-8][0-9]{6,7})-([0-9]{1,6})"
)


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


class NotANumber(ValueError):
    """The text is no number that one could call in mainland China."""


def normalise_to_call(typed: str) -> str:
    """A number that somebody calls back: a mobile as E.164, a landline as `0533-7180123-801`.

    The area may be missing, as where everybody is of one town; so may the extension. Raises
    NotANumber. Nobody signs in with it and no message is sent there.
    """
    try:
        return normalise(typed)
    except NotAMobile:
        pass
    plain = unicodedata.normalize("NFKC", typed) if len(typed) <= 60 else ""
    if FRACTION.fullmatch(plain.strip()):
        raise NotANumber
    plain = DASH.sub("-", LABEL.sub("", plain)).strip()
    for number, extension in _readings(plain):
        if kept := _called(number):
            return "-".join([kept, *extension])
    try:
        return normalise(plain)
    except NotAMobile as error:
        raise NotANumber from error


def normalise_public(typed: str) -> str:
    """A number that a page shows for everybody to call, as `normalise_to_call` keeps it.

    A mobile stands there without the country's; 12345, 119 and 96518 are numbers too. Raises
    NotANumber.
    """
    plain = BETWEEN.sub("", unicodedata.normalize("NFKC", typed)) if len(typed) <= 60 else ""
    return plain if SHORT.fullmatch(plain) else normalise_to_call(typed).removeprefix(COUNTRY)


def _readings(plain: str) -> Iterator[tuple[str, list[str]]]:
    """The number, and its extension if one is said or stands as a third part."""
    for pattern in (SAID_EXTENSION, THIRD_PART):
        if found := pattern.fullmatch(plain):
            yield found["number"], [found["extension"]]
    yield plain, []


def _called(number: str) -> str:
    """Its parts with a dash between them; empty if it is none."""
    digits = BETWEEN.sub("", number)
    for form in (digits, INLAND.sub("0", digits)):
        for pattern in CALLED:
            if found := pattern.fullmatch(form):
                return "-".join(filter(None, found.groups()))
    return ""


def dialled(phone: str) -> str:
    """What the telephone is given: an extension after a pause, since it answers only then.

    Whatever is no number of ours is given as it stands.
    """
    try:
        kept = normalise_to_call(phone)
    except NotANumber:
        return phone
    found = WITH_EXTENSION.fullmatch(kept)
    return f"{found[1]},{found[2]}" if found else kept


def mask(phone: str | None) -> str:
    """138****5678: enough to recognise one's own number, too little to call a stranger."""
    if not phone:
        return ""
    digits = phone.removeprefix(COUNTRY)
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) > 8 else "****"
