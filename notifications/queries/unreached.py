"""What did not reach a person, as a condition for the app that knows what it was about."""

from django.db.models import Exists, OuterRef

from notifications.enums import DeliveryState
from notifications.models import Delivery


def unreached(*, subject: str, recipient: str) -> Exists:
    """`subject` and `recipient` name fields of the outer row.

    A message failed for good, and nothing tells that the person knows: they have not read it
    here, and neither the same by another channel nor anything later arrived.
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
