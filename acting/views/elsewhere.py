"""What somebody sends from two pages, as from two tablets: under another key each, but alike."""

from __future__ import annotations

import json
from typing import Final
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from acting.queries.owner import owner_of
from acting.queries.sent_already import SAME
from acting.queries.submission import beside, led_by

# What differs from page to page, and says nothing of what is sent.
OF_THE_PAGE: Final = frozenset({"csrfmiddlewaretoken", "submission", "entry", "next", "assent"})


def alike_of(request: HttpRequest) -> UUID:
    """One for all that say the same to the same address and showed the same version of it.

    Nobody learns from it what was said.
    """
    said = [(name, request.POST.getlist(name)) for name in sorted(request.POST)]
    words = [(name, values) for name, values in said if name not in OF_THE_PAGE]
    files = [
        (name, file.name, file.size)
        for name in sorted(request.FILES)
        for file in request.FILES.getlist(name)
    ]
    told = json.dumps([owner_of(request), request.path, words, files])
    digest = salted_hmac("acting.alike", told, algorithm="sha256").digest()
    return UUID(bytes=digest[:16])


def led_from_elsewhere(request: HttpRequest) -> str:
    """Where what is alike led, sent within the hour; "" if there is nothing.

    Only for what can't be done any more: what can is done, if it was taken back meanwhile too.
    """
    since = timezone.now() - SAME
    return led_by(alike_of(request), owner=beside(owner_of(request)), since=since)
