"""Let what failed rest once the person was told in another way."""

from uuid import UUID

from accounts.models import User
from notifications.enums import DeliveryState, DropReason
from notifications.models import Delivery


def told_in_person(recipient_id: int, *, subject: UUID, actor: User | None) -> int:
    """All that failed to reach the person about `subject`; says how many messages that were.

    Whether `actor` may say so is asked by the app that knows the subject.
    """
    failed = Delivery.objects.filter(
        state=DeliveryState.FAILED, notice__subject=subject, notice__recipient=recipient_id
    )
    return failed.update(state=DeliveryState.DROPPED, last_error=DropReason.TOLD)
