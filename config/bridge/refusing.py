"""What the entry refuses before Django has seen it: in the reader's language, and written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.http.cookie import parse_cookie
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.asker import asked_from
from accounts.cookies import with_signs_that_show
from accounts.preferences import language_asked
from accounts.security_log import Kind, note_one_of_many
from config.bridge.pace import address_of
from council.live.bare import bare_headers
from council.live.protocol import Scope, Send

SECONDS_UNTIL_AGAIN: Final = b"10"


@dataclass(frozen=True, slots=True)
class Refusal:
    status: int
    kind: Kind
    what: str
    said: Promise


LATE: Final = Refusal(
    408, Kind.LINE_CUT, "body", _("What you sent did not arrive in time. Send it again.")
)
TOO_MANY: Final = Refusal(
    503,
    Kind.CROWDED_OUT,
    "lines",
    _("Too much is under way from your address. Try again shortly."),
)
# The disk on which large bodies are gathered is full.
NO_ROOM: Final = Refusal(
    507,
    Kind.CROWDED_OUT,
    "disk",
    _("There is no room to write this down just now. Please try again later."),
)


async def refuse(scope: Scope, send: Send, refusal: Refusal) -> None:
    note_at_the_entry(scope, refusal.kind, refusal.what)
    language = language_of_scope(scope)
    with translation.override(language):
        body = str(refusal.said).encode() + b"\n"
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"content-language", language.encode()),
        *bare_headers(),
        (b"retry-after", SECONDS_UNTIL_AGAIN),
        # Otherwise the unread rest of the request would be taken for the next one.
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def note_at_the_entry(scope: Scope, kind: Kind, what: str) -> None:
    """Of which person it is nobody has asked; an address may hold a secret, and is left out."""
    with asked_from(address_of(scope)):
        note_one_of_many(kind, person=None, what=what)


def language_of_scope(scope: Scope) -> str:
    """As on the pages, without a look at the person."""
    told = {name: value.decode("latin-1") for name, value in scope["headers"]}
    cookies = with_signs_that_show(parse_cookie(told.get(b"cookie", "")))
    cookie = cookies.get(settings.LANGUAGE_COOKIE_NAME, "")
    return language_asked(cookie, told.get(b"accept-language", ""))
