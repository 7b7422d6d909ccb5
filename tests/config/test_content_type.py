"""Whatever charset a request names, in whichever way, it is read as UTF-8."""

from __future__ import annotations

from encodings.aliases import aliases

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.http import QueryDict

from tests.config.test_bridge import call, sent

FORM = "application/x-www-form-urlencoded"
BODY = "text=%E6%B0%B4&words=水".encode()
NAMED = [
    *(f"{FORM}; charset={name}" for name in (*sorted(set(aliases.values())), "undefined", "x", "")),
    f'{FORM}; Charset="utf-16"',
    f"{FORM} ;charset*=zlib''%41",
    # Of this one no request could be made.
    f"{FORM}; x*=idna''%ff",
    f"{FORM}; boundary=a; charset=hex",
]


def asked(kind: str, body: bytes = BODY) -> WSGIRequest:
    told = [(b"content-length", str(len(body)).encode()), (b"content-type", kind.encode("latin-1"))]
    environ = call(None, sent(body), headers=told, query=b"words=%E6%B0%B4").environ
    return WSGIRequest(environ)


@pytest.mark.parametrize("kind", NAMED)
def test_no_charset_decides_how_an_address_or_a_form_is_read(kind: str) -> None:
    request = asked(kind)
    assert request.content_type == FORM
    assert request.GET.urlencode() == QueryDict("words=水").urlencode()
    assert request.GET["words"] == "水"
    assert request.encoding is None


@pytest.mark.parametrize(
    ("kind", "kept"),
    [
        ("multipart/form-data; boundary=----a'b(c)+_,./:=?d", "----a'b(c)+_,./:=?d"),
        ('multipart/form-data; charset=hex; Boundary="a b;c"; charset=zlib', "a b;c"),
        ("multipart/form-data;boundary=x;charset=zlib", "x"),
        ("multipart/form-data", None),
        ("multipart/form-data; boundary*=idna''%ff", None),
        ("", None),
    ],
)
def test_the_boundary_of_parts_stays(kind: str, kept: str | None) -> None:
    assert (asked(kind).content_params or {}).get("boundary") == kept
