"""Who watches, from the headers of a request that never went through Django's middleware."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user
from django.db import close_old_connections
from django.http import HttpRequest

from accounts.models import User
from accounts.preferences import language_of


@dataclass(frozen=True, slots=True)
class LiveReader:
    """Nobody is known where `person_id` is None: a wall, or somebody who only reads along."""

    person_id: int | None
    language: str


def reader_of(cookies: Mapping[str, str], accepts: str = "") -> LiveReader:
    """Two statements for a session, none without one; never in the thread of the loop.

    `accepts` are the languages that the browser asks for.
    """
    request: Any = HttpRequest()
    request.META["HTTP_ACCEPT_LANGUAGE"] = accepts
    request.COOKIES = dict(cookies)
    store = import_module(settings.SESSION_ENGINE).SessionStore
    request.session = store(cookies.get(settings.SESSION_COOKIE_NAME))
    close_old_connections()
    try:
        request.user = get_user(request)
        person = request.user
        return LiveReader(
            person_id=person.pk if isinstance(person, User) else None,
            language=language_of(request),
        )
    finally:
        close_old_connections()
