"""Where an earlier sending of the same form led."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

from django.db.models import CharField, DateTimeField, UUIDField

from accounts.queries.prepared import Given, PreparedQuery
from acting.models import Submission

EVER = datetime.min.replace(tzinfo=UTC)
_sent = PreparedQuery(
    lambda: (
        Submission.objects.filter(
            owner=Given("owner", CharField()),
            key=Given("key", UUIDField()),
            created_at__gt=Given("since", DateTimeField()),
        )
        .order_by()
        .only("result")
    )
)


def alike_owner(owner: str) -> str:
    """The owner of the keys that are made from what `owner` said, whichever page sent it."""
    return f"alike:{owner}"


def of_form(key: UUID, form: str) -> UUID:
    """The key as it is kept: made of the sent key and of `form`, so it is good for that form only.

    Otherwise a key that was used at another form would lead there, and nothing would be done here.
    """
    return UUID(bytes=sha256(f"{form}\n{key}".encode()).digest()[:16])


def result_of(key: str, *, form: str, owner: str, since: datetime | None = None) -> str:
    """The address; "" if `form` was not sent under `key`, or not after `since`.

    Ask this before validating the form: the first sending may have changed what it offers.
    """
    try:
        number = UUID(key)
    except ValueError:
        return ""
    return led_by(of_form(number, form), owner=owner, since=since)


def led_by(number: UUID, *, owner: str, since: datetime | None = None) -> str:
    """As `result_of`, by the key as it is kept."""
    sent = _sent.first(owner=owner, key=number, since=since or EVER)
    return sent.result if sent else ""
