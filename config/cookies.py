"""Cookies that Django names itself."""

from __future__ import annotations

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage


class MessageCookie(CookieStorage):
    cookie_name = settings.COOKIE_PREFIX + "messages"


class MessageStorage(FallbackStorage):
    """What a page says once, in a cookie: a visitor needs no session for it."""

    storage_classes = (MessageCookie, SessionStorage)
