"""Questions about second factors."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from cryptography.fernet import InvalidToken

from accounts.models import User, WrongFactor
from accounts.rules import DAY, minutes_until_next_try


def has_factor(person: User) -> bool:
    return Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists()


def recovery_codes_of(person: User) -> list[str]:
    """Those that are not used yet; none if they can't be opened any more."""
    kept = Authenticator.objects.filter(user=person, type=Authenticator.Type.RECOVERY_CODES).first()
    try:
        return RecoveryCodes(kept).get_unused_codes() if kept else []
    except InvalidToken:
        return []


def wrong_tries(person: User, *, now: datetime) -> list[datetime]:
    """Of the last 24 hours, oldest first."""
    wrong = WrongFactor.objects.filter(person=person, tried_at__gt=now - DAY)
    return list(wrong.order_by("tried_at").values_list("tried_at", flat=True))


def minutes_to_wait(person: User, *, now: datetime) -> int:
    return minutes_until_next_try(wrong_tries(person, now=now), now=now)
