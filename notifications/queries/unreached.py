"""What did not reach a person, as a condition for the app that knows what it was about."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from notifications.enums import DeliveryState
from notifications.models import Delivery


def unheard_subjects() -> QuerySet[Delivery, Any]:
    """The subjects of unread messages that failed for good; there are few at any time.

    This holds more than `unreached`, since another message may have arrived. A partial index makes
    it cheap, so ask it first when there are many subjects.
    """
    failed = Delivery.objects.filter(
        state=DeliveryState.FAILED,
        notice__sms=True,
        notice__subject__isnull=False,
        notice__read_at__isnull=True,
    )
    return failed.values("notice__subject")


def unreached(*, subject: str, recipient: str) -> Exists:
    """True for rows about which a message failed for good, so that the person may not know.

    They have not read it here, and no other message about it has arrived: not the same one by
    another channel, and none later. `subject` and `recipient` name fields of the outer row.
    """
    arrived = Delivery.objects.filter(
        state=DeliveryState.SENT,
        notice__sms=True,
        notice__subject=OuterRef("notice__subject"),
        notice__recipient=OuterRef("notice__recipient"),
        notice__gte=OuterRef("notice"),
    )
    failed = Delivery.objects.filter(
        ~Exists(arrived),
        state=DeliveryState.FAILED,
        notice__sms=True,
        notice__subject=OuterRef(subject),
        notice__recipient=OuterRef(recipient),
        notice__read_at__isnull=True,
    )
    return Exists(failed)
