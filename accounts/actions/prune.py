"""Delete what nobody needs any more."""

from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef

from accounts.models import Device, LocalMessage, SentCode, SignInLink, User, WrongFactor

CODES_KEPT = timedelta(days=1)
MESSAGES_KEPT = timedelta(days=1)
LINKS_KEPT = timedelta(days=1)
TRIES_KEPT = timedelta(days=1)


def prune(*, actor: User | None, now: datetime) -> dict[str, int]:
    """Delete old counts of codes and tries, messages of the demo, links, and expired sessions.

    People are never deleted here: each has proved their number, or staff created them and they
    have yet to sign in.
    """
    outdated = {
        "codes": SentCode.objects.filter(sent_at__lt=now - CODES_KEPT),
        "messages": LocalMessage.objects.filter(created_at__lt=now - MESSAGES_KEPT),
        "links": SignInLink.objects.filter(made_at__lt=now - LINKS_KEPT),
        "tries": WrongFactor.objects.filter(tried_at__lt=now - TRIES_KEPT),
        "sessions": Session.objects.filter(expire_date__lt=now),
    }
    gone = {name: rows.delete()[0] for name, rows in outdated.items()}
    kept = Session.objects.filter(pk=OuterRef("session_key"))
    gone["devices"] = Device.objects.filter(~Exists(kept)).delete()[0]
    return gone
