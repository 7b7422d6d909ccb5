"""Who asks for a code, so that asking twice at once is answered once."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.crypto import salted_hmac


@dataclass(frozen=True, kw_only=True)
class Asking:
    """`by`: a keyed digest of the browser and of what the code is for; "" if it is not known.

    `code`: the keyed digest of the code, as the session keeps it while it waits.
    """

    by: str = ""
    code: str = ""


def asking_of(request: HttpRequest, *, purpose: str, code: str) -> Asking:
    """The browser is known by the secret that its forms carry, before it has a session.

    `code` is the keyed digest. `purpose` says all that the code is good for, a person or a text
    too: a code for one thing is never taken for a code for another.
    """
    browser = request.META.get("CSRF_COOKIE", "")
    if not browser:
        return Asking(code=code)
    by = salted_hmac("accounts.asking", f"{purpose}:{browser}", algorithm="sha256").hexdigest()
    return Asking(by=by, code=code)
