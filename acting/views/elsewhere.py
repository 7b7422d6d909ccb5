"""Know again what somebody sends from two pages or two tablets: the same words, another key."""

from __future__ import annotations

import json
from typing import Final
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from acting.queries.owner import owner_of
from acting.queries.sent_already import SAME
from acting.queries.submission import alike_owner, led_by

# Fields that differ from page to page and say nothing of what the person sends.
OF_THE_PAGE: Final = frozenset({"csrfmiddlewaretoken", "submission", "entry", "next", "assent"})


def alike_of(request: HttpRequest) -> UUID:
    """One id for all sendings with the same words to the same address from the same version.

    It is a keyed digest: nobody learns from it what was said.
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
    """Where a sending alike to this one led within the last hour; "" if there was none.

    Ask this only about an act that can't be done any more. An act that can be done is done, even
    if the same was done before and taken back meanwhile.
    """
    since = timezone.now() - SAME
    return led_by(alike_of(request), owner=alike_owner(owner_of(request)), since=since)
