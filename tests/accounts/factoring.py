"""People with a post whose second factor stands, and the digits that their app shows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import decrypt
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from accounts.actions.factors import set_up_factor
from accounts.enums import CodeAnswer
from accounts.models import User
from tests.harness.signing_in import signed_in

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
HALF_MINUTE = 30


def enforced(settings: Settings) -> None:
    """As it is outside the demo."""
    settings.SECOND_FACTOR = True
    settings.POSTED_SESSION_HOURS, settings.POSTED_IDLE_MINUTES = 12, 30
    settings.PROOF_MINUTES = 10


def digits(now: datetime, *, secret: str = SECRET, later: int = 0) -> str:
    """`later` half minutes after `now`."""
    return format_hotp_value(hotp_value(secret, int(now.timestamp()) // HALF_MINUTE + later))


def with_factor(person: User, *, now: datetime | None = None) -> User:
    """Set up two half minutes ago: what the app shows now is not used yet."""
    moment = now or timezone.now()
    code = digits(moment, later=-1)
    answer = set_up_factor(
        person, secret=SECRET, code=code, replaces=True, actor=person, now=moment
    )
    assert answer is CodeAnswer.RIGHT
    return person


def shown_to(person: User, *, now: datetime | None = None) -> str:
    kept = Authenticator.objects.get(user=person, type=Authenticator.Type.TOTP)
    return digits(now or timezone.now(), secret=decrypt(kept.data["secret"]))


def present(client: Client, **changed: Any) -> None:
    """What the session remembers; `factor_ago` and the like are seconds before now."""
    now = timezone.now().timestamp()
    session = client.session
    kept = session.get("presence") or {
        "since": now, "seen": now, "code": 0, "factor": 0, "posts": []
    }  # fmt: skip
    for name, value in changed.items():
        if name.endswith("_ago"):
            kept[name.removesuffix("_ago")] = now - value
        else:
            kept[name] = value
    session["presence"] = kept
    session.save()


def let_in(person: User, **changed: Any) -> Client:
    """Signed in, and the second factor given just now unless `changed` says otherwise."""
    client = signed_in(person)
    present(client, **{"factor_ago": 0, **changed})
    return client
