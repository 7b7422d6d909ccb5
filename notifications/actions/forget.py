"""Take away a person's notices when they are erased."""

from accounts.models import User
from notifications.models import Notice


def forget(person: User, *, actor: User | None) -> int:
    """Delete all `person` was told, deliveries included, and say how many notices went.

    Only the person or the system (`actor` None) does; called inside the erasing transaction.
    """
    if actor is not None and actor != person:
        raise PermissionError("A person's notices go only at their own word.")
    notices = Notice.objects.filter(recipient=person)
    amount = notices.count()
    notices.delete()
    return amount
