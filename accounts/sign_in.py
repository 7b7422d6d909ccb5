"""Let other apps act when somebody has signed in, for example to carry a draft over.

The session's key changes at sign-in (its values stay), and with it the owner of what was kept
for the visitor (`accounts.queries.visitor`). Apps register in their `AppConfig.ready`.
"""

import logging
from collections.abc import Callable

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

from accounts.models import User

SignedIn = Callable[[HttpRequest, User, str], None]
logger = logging.getLogger(__name__)
_registered: list[SignedIn] = []


def on_signed_in(carry_over: SignedIn) -> SignedIn:
    """Call `carry_over(request, user, visitor)` after each sign-in; usable as a decorator."""
    if carry_over not in _registered:
        _registered.append(carry_over)
    return carry_over


def sign_in_as(request: HttpRequest, user: User) -> None:
    """Sign `user` in without a code; only for the personas of the demo."""
    get_adapter(request).login(request, user)


def announce_signed_in(request: HttpRequest, user: User, *, visitor: str) -> None:
    """Call what was registered. A failure is logged and stops neither the sign-in nor the others.

    Only what a visitor left is carried over. Whoever was signed in as someone else takes nothing
    along.
    """
    if not visitor:
        return
    for carry_over in _registered:
        try:
            carry_over(request, user, visitor)
        except Exception:
            logger.exception("%s failed after a sign-in.", carry_over.__qualname__)
