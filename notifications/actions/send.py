"""Send one leased delivery through a carrier, outside any transaction."""

import logging
from datetime import datetime
from enum import Enum, auto

from notifications.actions.claim import release
from notifications.actions.finish import mark_dropped, mark_failed_try, mark_sent
from notifications.actions.hand_over import Carriers, hand_over, put_into_words, unreachable
from notifications.enums import DropReason
from notifications.models import Delivery, Notice
from notifications.rules import ATTEMPTS, allowed_from

logger = logging.getLogger(__name__)


class Sending(Enum):
    SENT = auto()
    DROPPED = auto()
    LATER = auto()
    UNREADABLE = auto()
    CARRIER_FAULT = auto()
    LOST = auto()


def send(delivery: Delivery, *, carriers: Carriers, now: datetime) -> Sending:
    """Check once more whether the message may go out, send it, write down how it ended."""
    notice = Notice.objects.select_related("recipient").filter(pk=delivery.notice_id).first()
    if notice is None or delivery.lease_until is None or now >= delivery.lease_until:
        return Sending.LOST
    reason = drop_reason(notice, delivery.channel)
    if reason is not None:
        mark_dropped(delivery, reason=reason)
        return Sending.DROPPED
    morning = allowed_from(now, channel=delivery.channel, urgent=notice.urgent)
    if morning > now:
        release([delivery], next_try_at=morning)
        return Sending.LATER
    if delivery.attempts > ATTEMPTS:
        mark_failed_try(delivery, fault="LeaseRanOut", urgent=notice.urgent, now=now)
        return Sending.LOST
    return _hand_over(delivery, notice, carriers=carriers, now=now)


def drop_reason(notice: Notice, channel: str) -> DropReason | None:
    """Why the message must not be sent any more; None if it may be."""
    recipient = notice.recipient
    gone = unreachable(recipient, channel)
    if gone is not None:
        return gone
    if not recipient.is_active:
        return DropReason.INACTIVE
    if notice.read_at is not None and not notice.urgent:
        return DropReason.READ
    return None


def _hand_over(delivery: Delivery, notice: Notice, *, carriers: Carriers, now: datetime) -> Sending:
    try:
        message = put_into_words(notice, delivery.channel)
    except Exception as fault:
        logger.exception("Delivery %s can't be put into words.", delivery.pk)
        _failed(delivery, notice, fault=fault, now=now)
        return Sending.UNREADABLE
    try:
        hand_over(message, notice.recipient, carriers=carriers)
    except Exception as fault:
        # The text of an exception may contain the number, so only its class is kept.
        logger.warning("Delivery %s failed: %s.", delivery.pk, type(fault).__name__)
        _failed(delivery, notice, fault=fault, now=now)
        return Sending.CARRIER_FAULT
    mark_sent(delivery, now=now)
    return Sending.SENT


def _failed(delivery: Delivery, notice: Notice, *, fault: Exception, now: datetime) -> None:
    name = type(fault.__cause__ or fault).__name__[:100]
    mark_failed_try(delivery, fault=name, urgent=notice.urgent, now=now)
