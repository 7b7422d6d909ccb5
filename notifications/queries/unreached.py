"""What did not reach a person, as a condition for the app that knows what it was about."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from notifications.enums import DeliveryState
from notifications.models import Delivery


def unheard_subjects() -> QuerySet[Delivery, Any]:
    """What messages were about that failed for good and nobody has read; few at any time.

    Wider than `unreached`: something else may have arrived. The partial index of what failed
    makes it cheap, so ask this first where there are many subjects.
    """
    failed = Delivery.objects.filter(
        state=DeliveryState.FAILED,
        notice__sms=True,
        notice__subject__isnull=False,
        notice__read_at__isnull=True,
    )
    return failed.values("notice__subject")


def unreached(*, subject: str, recipient: str) -> Exists:
    """True for rows about which a message failed for good, while the person may not know.

    They have not read it here, and neither the same message by another channel nor a later one
    arrived. `subject` and `recipient` name fields of the outer row.
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
