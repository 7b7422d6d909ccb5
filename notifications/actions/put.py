"""Put notices into the outbox, in the transaction of the act they tell about."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection
from django.utils import timezone

from accounts.carriers import email_is_carried
from acting.actions.write_rows import insert_new_rows
from notifications.enums import Channel
from notifications.models import Delivery, Notice
from notifications.notices import NewNotice
from notifications.rules import allowed_from


def put(notices: Sequence[NewNotice], *, now: datetime | None = None) -> None:
    """Write `notices` in three statements, however many they are.

    A notice that a person already has under the same key is left alone. Refused outside a
    transaction, because nobody must be told of an act that is rolled back. `now` is the moment of
    the act, by default the current time: the notice bears it, and it decides whether a text
    message waits for the morning.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("Notices are put inside the transaction of the act they tell about.")
    if not notices:
        return
    # All writers use the same order; otherwise two with the same keys could deadlock.
    now = now or timezone.now()
    rows = sorted(notices, key=lambda notice: (notice.recipient_id, notice.dedupe_key))
    insert_new_rows([_row(notice, now) for notice in rows])
    if any(notice.sms for notice in rows):
        _put_deliveries(rows, now=now)


def _row(notice: NewNotice, now: datetime) -> Notice:
    return Notice(
        recipient_id=notice.recipient_id,
        kind=notice.kind,
        version=notice.version,
        parameters=dict(notice.parameters),
        dedupe_key=notice.dedupe_key,
        urgent=notice.urgent,
        sms=notice.sms,
        link=notice.link,
        subject=notice.subject,
        created_at=now,
    )


def _put_deliveries(rows: Sequence[NewNotice], *, now: datetime) -> None:
    waiting = Notice.objects.filter(
        recipient_id__in={row.recipient_id for row in rows if row.sms},
        dedupe_key__in={row.dedupe_key for row in rows if row.sms},
        sms=True,
        deliveries__isnull=True,
    )
    found = waiting.order_by("id").values_list("id", "urgent", "recipient__email")
    insert_new_rows(
        [
            Delivery(
                notice_id=notice,
                channel=channel,
                next_try_at=allowed_from(now, channel=channel, urgent=urgent),
            )
            for notice, urgent, address in found
            for channel in _channels(address)
        ]
    )


def _channels(address: str) -> list[Channel]:
    """Text message, and also e-mail for people who gave an address."""
    by_mail = address and email_is_carried()
    return [Channel.SMS, Channel.EMAIL] if by_mail else [Channel.SMS]
