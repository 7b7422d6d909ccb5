"""Who asks for a code, so that asking twice at once is answered once."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from accounts.asker import asker
from accounts.devices import device_of


@dataclass(frozen=True, kw_only=True)
class Asking:
    """`by`: a keyed digest of the browser and of what the code is for; "" if it is not known.

    `code`: the keyed digest of the code, as the session keeps it while it waits. `address` is a
    keyed digest; `device` names one from which the number signed in before, "" if none did.
    """

    by: str = ""
    code: str = ""
    address: str = ""
    device: str = ""


def asking_of(request: HttpRequest, *, purpose: str, code: str, phone: str = "") -> Asking:
    """The browser is known by the secret that its forms carry, before it has a session.

    `code` is the keyed digest. `purpose` says all that the code is good for, a person or a text
    too: a code for one thing is never taken for a code for another.
    """
    browser, asking = request.META.get("CSRF_COOKIE", ""), asker()
    address = asking.address if asking else ""
    device = device_of(request, phone) if phone else ""
    if not browser:
        return Asking(code=code, address=address, device=device)
    by = salted_hmac("accounts.asking", f"{purpose}:{browser}", algorithm="sha256").hexdigest()
    return Asking(by=by, code=code, address=address, device=device)
