"""Write down who signs in and out, whichever way they came."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.dispatch import receiver

from accounts.security_log import Kind, note


@receiver(user_logged_in, dispatch_uid="accounts.sign_in_log")
def note_signed_in(user: Any, request: Any = None, **_more: Any) -> None:
    """By a code, unless the way said itself what it is."""
    note(Kind.SIGNED_IN, person=user.pk, by=getattr(request, "signed_in_by", "code"))


@receiver(user_logged_out, dispatch_uid="accounts.sign_in_log")
def note_signed_out(user: Any, **_more: Any) -> None:
    """Whoever was not signed in signs out of nothing."""
    if user is not None:
        note(Kind.SIGNED_OUT, person=user.pk)
