"""Drop failed messages once the person was told in another way."""

from uuid import UUID

from accounts.models import User
from notifications.enums import DeliveryState, DropReason
from notifications.models import Delivery


def told_in_person(recipient_id: int, *, subject: UUID, actor: User | None) -> int:
    """Drop all failed messages to the person about `subject`; return how many.

    The app that knows the subject checks whether `actor` may do this.
    """
    failed = Delivery.objects.filter(
        state=DeliveryState.FAILED, notice__subject=subject, notice__recipient=recipient_id
    )
    return failed.update(state=DeliveryState.DROPPED, last_error=DropReason.TOLD)
