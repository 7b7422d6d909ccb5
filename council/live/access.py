"""Who watches, from the headers of a request that never went through Django's middleware."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.backends.base import SessionBase
from django.db import close_old_connections
from django.http import HttpRequest
from django.utils import timezone

from accounts.cookies import with_signs_that_show
from accounts.enums import Worth
from accounts.models import User
from accounts.preferences import language_of
from accounts.presence import worth_of
from accounts.with_person import posts_of


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
    request.COOKIES = with_signs_that_show(cookies)
    store = import_module(settings.SESSION_ENGINE).SessionStore
    request.session = store(request.COOKIES.get(settings.SESSION_COOKIE_NAME))
    close_old_connections()
    try:
        request.user = person = get_user(request)
        known = isinstance(person, User) and is_let_in(request.session, person)
        return LiveReader(
            person_id=person.pk if known else None,
            language=language_of(request),
        )
    finally:
        close_old_connections()


def is_let_in(session: SessionBase, person: User) -> bool:
    """As on every page (`grids.middleware.GateMiddleware`); following is no use of a session."""
    worth = worth_of(session, posts_of(person), now=timezone.now().timestamp())
    return worth is Worth.WHOLE
