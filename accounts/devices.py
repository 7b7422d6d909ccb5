"""Devices that signed in before: whoever floods a number with codes must not lock them out.

A cookie names the device and, by keyed digests, whose numbers were proved there. It lets nobody
in; it says only that a code asked for from here is counted apart from those of strangers.
"""

from __future__ import annotations

from datetime import timedelta
from secrets import token_hex

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from accounts.asker import digest

COOKIE = settings.COOKIE_PREFIX + "device"
KEPT = timedelta(days=400)
# A device that is passed round in a family, or stands in a community's hall.
MOST_PEOPLE = 6
_signer = signing.TimestampSigner(salt="accounts.devices")


def device_of(request: HttpRequest, phone: str) -> str:
    """The name of the device if this number signed in from it before, otherwise ""."""
    name, people = _read(request)
    return name if digest(phone) in people else ""


def remember_device(request: HttpRequest, response: HttpResponse, phone: str) -> None:
    name, people = _read(request)
    others = [one for one in people if one != digest(phone)]
    value = ".".join([name or token_hex(8), digest(phone), *others][: MOST_PEOPLE + 1])
    response.set_cookie(
        COOKIE,
        _signer.sign(value),
        max_age=KEPT,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def forget_device(response: HttpResponse) -> None:
    response.delete_cookie(COOKIE, samesite="Lax")


def _read(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        said = _signer.unsign(request.COOKIES.get(COOKIE, ""), max_age=KEPT)
    except signing.BadSignature:
        return "", []
    name, *people = said.split(".")
    return name, people
