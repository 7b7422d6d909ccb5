"""The demo's messages."""

from accounts.models import LocalMessage

NEWEST = 30


def newest_messages() -> list[LocalMessage]:
    return list(LocalMessage.objects.order_by("-created_at", "-pk")[:NEWEST])
