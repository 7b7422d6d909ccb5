"""Let other apps take part in signing in, for example to carry a draft over.

The session's key changes at sign-in (its values stay), and with it the owner of what was kept
for the visitor (`accounts.queries.visitor`). Apps register in their `AppConfig.ready`.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from allauth.account.adapter import get_adapter
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest

from accounts.actions.devices import drop_device
from accounts.models import User

SignedIn = Callable[[HttpRequest, User, str], None]
CodeAsked = Callable[[HttpRequest, str, str], None]
logger = logging.getLogger(__name__)
_registered: list[SignedIn] = []
_told_of_numbers: list[CodeAsked] = []
_of_the_browser: list[str] = []


def on_signed_in(carry_over: SignedIn) -> SignedIn:
    """Call `carry_over(request, user, visitor)` after each sign-in; usable as a decorator."""
    if carry_over not in _registered:
        _registered.append(carry_over)
    return carry_over


def on_code_asked(told: CodeAsked) -> CodeAsked:
    """Call `told(request, phone, next_url)` whenever a code is on its way to a number."""
    if told not in _told_of_numbers:
        _told_of_numbers.append(told)
    return told


def belongs_to_the_browser(key: str) -> None:
    """Keep the session's value under `key` when people sign out or take turns.

    For what names no person and shows nothing by itself, such as the tokens of drafts.
    """
    if key not in _of_the_browser:
        _of_the_browser.append(key)


def sign_in_as(request: HttpRequest, user: User, *, by: str) -> None:
    """Sign `user` in without a code: `by` a link, or as a persona of the demo."""
    request.signed_in_by = by  # type: ignore[attr-defined]
    get_adapter(request).login(request, user)


def sign_out(request: HttpRequest) -> None:
    """End the session. Only what belongs to the browser goes on to the next."""
    if request.session.session_key:
        drop_device(request.session.session_key, actor=None)
    with kept_for_the_browser(request):
        logout(request)


@contextmanager
def kept_for_the_browser(request: HttpRequest) -> Iterator[None]:
    kept = {key: request.session[key] for key in _of_the_browser if key in request.session}
    yield
    for key, value in kept.items():
        request.session.setdefault(key, value)


def announce_code_asked(request: HttpRequest, phone: str, *, next_url: str) -> None:
    """Call what was registered; a failure is logged and does not stop the sign-in."""
    for told in _told_of_numbers:
        try:
            told(request, phone, next_url)
        except Exception:
            logger.exception("%s failed after a code was sent.", told.__qualname__)


def announce_signed_in(request: HttpRequest, user: User, *, visitor: str) -> None:
    """Call what was registered. A failure is logged and stops neither the sign-in nor the others.

    Only what a visitor left is carried over. Whoever was signed in as someone else takes nothing
    along.
    """
    if not visitor:
        return
    for carry_over in _registered:
        try:
            # The code that signs in is spent in the same transaction: a fault undoes this alone.
            with transaction.atomic():
                carry_over(request, user, visitor)
        except Exception:
            logger.exception("%s failed after a sign-in.", carry_over.__qualname__)
