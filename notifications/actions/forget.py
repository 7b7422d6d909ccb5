"""Delete a person's notices when the person is erased."""

from accounts.models import User
from notifications.models import Notice


def forget(person: User, *, actor: User | None) -> int:
    """Delete all notices to `person` with their deliveries; return how many notices.

    Only the person or the system (`actor` None) may do this; call it in the erasing transaction.
    """
    if actor is not None and actor != person:
        raise PermissionError("A person's notices go only at their own word.")
    notices = Notice.objects.filter(recipient=person)
    amount = notices.count()
    notices.delete()
    return amount
