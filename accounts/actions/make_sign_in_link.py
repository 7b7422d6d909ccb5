"""Make the secret of a link that signs one person in, once."""

import hashlib
import secrets
from datetime import datetime, timedelta

from accounts.models import SignInLink, User

GOOD_FOR = timedelta(minutes=15)


def make_sign_in_link(person: User, *, actor: User | None, now: datetime) -> str:
    """The secret, which is stored nowhere; older links of the person are good no longer."""
    SignInLink.objects.filter(person=person, used_at=None).delete()
    secret = secrets.token_urlsafe(32)
    SignInLink.objects.create(
        digest=digest_of(secret), person=person, made_at=now, good_until=now + GOOD_FOR
    )
    return secret


def digest_of(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
