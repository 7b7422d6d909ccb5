"""Read what a request asks for, as Django would, without Django's middleware."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs
from uuid import UUID

from django.conf import settings
from django.http.cookie import parse_cookie
from django.http.request import split_domain_port, validate_host

from council.enums.screens import Place
from council.live.protocol import Scope

PREFIX = "/live/"
UID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
ADDRESS = re.compile(f"{PREFIX}(?P<uid>{UID})/(?P<frame>frame/)?")
LONGEST_TAB = 40


@dataclass(frozen=True, slots=True)
class Request:
    uid: UUID
    place: Place
    key: str
    tab: str
    is_for_one_frame: bool
    address: str
    accepts: str = ""
    cookies: dict[str, str] = field(default_factory=dict)


class NotAsked(Exception):
    """It is no request for a sitting; `status` says why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def request_of(scope: Scope) -> Request:
    headers = {name: value.decode("latin-1") for name, value in scope["headers"]}
    host, _port = split_domain_port(headers.get(b"host", ""))
    if not validate_host(host, settings.ALLOWED_HOSTS):
        raise NotAsked(400)
    found = ADDRESS.fullmatch(scope["path"])
    if found is None:
        raise NotAsked(404)
    if scope["method"] != "GET":
        raise NotAsked(405)
    query = {
        name: values[-1]
        for name, values in parse_qs(scope["query_string"].decode("latin-1")).items()
    }
    try:
        place = Place(query.get("as", ""))
    except ValueError:
        raise NotAsked(404) from None
    return Request(
        uid=UUID(found["uid"]),
        place=place,
        key=query.get("key", ""),
        tab=query.get("tab", "")[:LONGEST_TAB],
        is_for_one_frame=found["frame"] is not None,
        address=address_of(scope, headers),
        accepts=headers.get(b"accept-language", ""),
        cookies=parse_cookie(headers.get(b"cookie", "")),
    )


def address_of(scope: Scope, headers: dict[bytes, str]) -> str:
    """The client's, as the one proxy that is trusted tells it."""
    told = headers.get(b"x-forwarded-for", "").rpartition(",")[2].strip()
    if settings.ALLAUTH_TRUSTED_PROXY_COUNT and told:
        return told
    return scope["client"][0] if scope.get("client") else ""
