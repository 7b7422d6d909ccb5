"""Use a link that signs in; it is good once."""

from datetime import datetime

from accounts.actions.make_sign_in_link import digest_of
from accounts.models import SignInLink, User


def spend_sign_in_link(secret: str, *, actor: User | None, now: datetime) -> User | None:
    """Whom it signs in; None if it is used, older than its minutes, or was never made.

    Of two who come at the same moment one gets in.
    """
    found = SignInLink.objects.filter(digest=digest_of(secret), person__is_active=True)
    if not found.filter(used_at=None, good_until__gt=now).update(used_at=now):
        return None
    return found.select_related("person").get().person
