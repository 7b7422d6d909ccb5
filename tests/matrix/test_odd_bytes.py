"""Odd bytes in every parameter, cookie and header of every address: an answer, never a fault."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any
from urllib.parse import quote, urlencode
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from issues.models import Draft
from tests.harness.signing_in import client_of
from tests.matrix.arranging import arranged
from tests.matrix.drawing import undrawn
from tests.matrix.stage import Stage
from tests.matrix.table import Row
from tests.matrix.test_addresses import ROWS
from tests.matrix.who import VISITOR

FORM = "application/x-www-form-urlencoded"
# As they stand in a query or the body of a form: NUL, half a sign, a lone surrogate, no UTF-8, a
# number without end, signs that turn the line, and marks of patterns.
ODD = [
    "%00",
    "a%00b",
    "%E6%B0",
    "%ED%A0%80",
    "%FF%FE",
    "9" * 400,
    "%E2%80%AE%0D%0A",
    "%5B%28%2A%5C",
]
# What pages read from an address, or from a form beside its own fields.
NAMES = (
    "next", "page", "words", "grid", "community", "venue", "building", "call", "draft", "view",
    "section", "case", "before", "of", "q", "submission", "entry", "version", "assent", "kept",
    "ticked", "kind", "same_person", "receipt", "lang", "look_up", "add_photos", "since", "known",
)  # fmt: skip
# A browser may write any byte of a cookie by its octal number.
COOKIES = (
    r'"\000aaaaaaaaaaaa"',
    r'"aaaaaaaaaaaaaa\000b\377"',
    "\u00ff\u00fe",
    '"',
    "%00",
    "a" * 3000,
)
OF_COOKIES = (
    settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.LANGUAGE_COOKIE_NAME,
    "messages", "grid", "large_print", "device",
)  # fmt: skip
HEADERS = (
    "HTTP_ACCEPT_LANGUAGE", "HTTP_ACCEPT_ENCODING", "HTTP_USER_AGENT", "HTTP_REFERER", "HTTP_RANGE",
    "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE", "HTTP_HX_REQUEST", "HTTP_HX_CURRENT_URL",
    "HTTP_HX_TARGET", "HTTP_HX_TRIGGER", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO",
    "HTTP_ORIGIN", "HTTP_ACCEPT", "HTTP_X_CSRFTOKEN",
)  # fmt: skip
IN_HEADERS = ("\u00ff\u00fe", "a\x00b", "-1", ",;=\"'", "x" * 3000, "2001:db8::/999, \u00e6")


def somebody(stage: Stage, row: Row) -> Callable[[], Client]:
    """Whom the address lets in, anew each time, for no request leaves the others a cookie."""
    who = next((one for one in row.get if row.get[one] == 200), "")
    who = who or next((one for one in row.post if row.post[one] in {302, 422}), VISITOR)
    session = stage.sessions.get(who, "")

    def comes() -> Client:
        client = client_of(session) if session else Client()
        client.raise_request_exception = False
        return client

    return comes


def fields_of(client: Client, path: str) -> list[str]:
    """Names of what stands in the forms of a page."""
    page = client.get(path)
    if page.streaming or not page.headers.get("Content-Type", "").startswith("text/html"):
        return []
    names = re.findall(r'\bname="([^"]+)"', page.content.decode())
    return sorted({unescape(name) for name in names} - {"csrfmiddlewaretoken", "viewport"})


def test_odd_bytes_are_answered_at_every_address(stage: Stage) -> None:
    """Each address with each odd value in turn; every place is odd at once, each in its own way.

    The cookie of the session is odd at some: whoever has such a one is a visitor everywhere.
    """
    faults = []
    rows = {one.name: one for one in ROWS}.values()
    for number, (row, given) in enumerate(arranged(stage, rows)):
        path, comes = reverse(row.name, args=given), somebody(stage, row)
        sends = set(row.post.values()) != {405}
        names = [*NAMES, *(fields_of(comes(), path) if sends else ())]
        odd = [ODD[(number + place) % len(ODD)] for place in range(len(names))]
        said = "&".join(f"{quote(name)}={one}" for name, one in zip(names, odd, strict=True))
        # A NUL in a query is refused before any page is asked.
        query = f"{path}?{said.replace('%00', '%01')}"
        asking = comes()
        headers = _headers(number, _session(asking))
        with undrawn():
            answers = {"query, cookies, headers": asking.get(query, **headers)}
            if number % len(COOKIES) == 0:
                answers["session"] = comes().get(path, **_headers(number // len(COOKIES)))
            if sends:
                answers["form"] = comes().post(path, said, content_type=FORM)
        # In the tests' past much is due that nobody looks at, and this one is there to say so.
        well = {200, 503} if row.name == "ready" else range(500)
        faults += [(path, place) for place, one in answers.items() if one.status_code not in well]
    assert faults == []


def _session(client: Client) -> str:
    cookie = client.cookies.get(settings.SESSION_COOKIE_NAME)
    return cookie.value if cookie else ""


def _cookies(number: int, session: str) -> str:
    odd = {name: COOKIES[(number + place) % len(COOKIES)] for place, name in enumerate(OF_COOKIES)}
    if session:
        odd[settings.SESSION_COOKIE_NAME] = session
    return "; ".join(f"{name}={value}" for name, value in odd.items())


def _headers(number: int, session: str = "") -> dict[str, Any]:
    odd = {
        name: IN_HEADERS[(number + place) % len(IN_HEADERS)] for place, name in enumerate(HEADERS)
    }
    return odd | {"HTTP_COOKIE": _cookies(number, session)}


@pytest.mark.parametrize("who", ["grid_worker", VISITOR])
def test_an_odd_byte_in_one_field_of_a_matter_that_is_right_otherwise(
    stage: Stage, who: str
) -> None:
    """A tick, `next`, a draft: what is right beside it lets it get as far as the database."""
    faults = []
    page = fields_of(stage.client(who), "/raise/")
    for name in [*page, "next"]:
        client = stage.client(who)
        client.raise_request_exception = False
        words = {
            "submission": str(uuid4()),
            "text": "楼道灯不亮",
            "building": str(stage.world.building.pk),
            name: "\x00",
        }
        with transaction.atomic(), undrawn():
            answer = client.post("/raise/", urlencode(words), content_type=FORM)
            if answer.status_code >= 500:
                faults.append(name)
            transaction.set_rollback(True)
        stage.clients.clear()
    assert faults == []
    assert not Draft.objects.exists()


def test_an_odd_byte_in_where_to_go_next_leads_home(stage: Stage) -> None:
    """Also with an act that is done: where it leads is kept with the key of the form."""
    reference, faults = stage.reference("public"), []
    paths = [
        "/preferences/",
        "/grid/",
        f"/issues/{reference}/support/",
        f"/issues/{reference}/add/",
    ]
    paths += [f"/issues/{reference}/told/"]
    client = stage.client("neighbour")
    client.raise_request_exception = False
    for path in paths:
        for value in ("/\x00", "/a\x00b", "//\x00", "/a\ud800"):
            words = {
                "submission": str(uuid4()),
                "text": "我家也是",
                "language": "en",
                "next": value,
            }
            body = urlencode(words, errors="surrogatepass")
            with undrawn(), transaction.atomic():
                answer = client.post(path, body, content_type=FORM)
                transaction.set_rollback(True)
            there = answer.get("Location", "")
            if answer.status_code >= 500 or "%00" in there or "\x00" in there:
                faults.append((path, value))
    assert faults == []
