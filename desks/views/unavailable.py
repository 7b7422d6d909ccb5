"""What the database could not do now, where no form was there to say so: the words come back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from accounts.come_again import come_again_in
from accounts.preferences import LARGE_PRINT_COOKIE
from acting.refusals import Unavailable
from acting.room import NO_ROOM, is_full

# Seconds after which to try again: by then whoever holds the lock is done.
COME_AGAIN = 5
# Addresses whose forms are never shown again: what a device seals must not come back unsealed.
UNSAID = "secret_"


def sentence_of(error: BaseException | None) -> str:
    """Why it could not be done now; "" where the fault is another."""
    if isinstance(error, Unavailable):
        return str(error.message)
    # The volume can be full while the photos of a request arrive, before there is any form.
    return str(NO_ROOM) if is_full(error) else ""


def unavailable(request: HttpRequest, sentence: str) -> HttpResponse:
    """Answer with the sentence; a person also gets back what they sent, to send it once more."""
    come_again_in(COME_AGAIN)
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"error": sentence, "words": sentence}, status=503)
    context = {
        "sentence": sentence,
        "sent": sent_in(request),
        "files": bool(request.FILES),
        "path": request.get_full_path(),
        "token": get_token(request),
        "large_print": request.COOKIES.get(LARGE_PRINT_COOKIE) == "1",
    }
    return HttpResponse(render_to_string("errors/unavailable.html", context), status=503)


def sent_in(request: HttpRequest) -> list[dict[str, Any]]:
    """Every field that was sent. The form's key is among them, so sending it again counts once."""
    found = request.resolver_match
    if found is not None and (found.url_name or "").startswith(UNSAID):
        return []
    return [
        {"name": name, "value": value, "is_read": is_read(value)}
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]


def is_read(value: str) -> bool:
    """True for words, which the page shows; keys, numbers and codes are sent along hidden."""
    try:
        UUID(value)
    except ValueError:
        return not (value.isascii() and value.replace("-", "").replace("_", "").isalnum()) and any(
            letter.isalpha() for letter in value
        )
    return False
