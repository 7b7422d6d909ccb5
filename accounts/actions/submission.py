"""Do what a form asks once, however often it is sent."""

from collections.abc import Callable
from uuid import UUID

from django.db import transaction

from accounts.models import Submission, User


@transaction.atomic
def once(key: UUID, *, owner: str, user: User | None, act: Callable[[], str]) -> str:
    """Run `act` for the first sending of `key` and answer every sending with its address.

    A second sending waits for the first at the unique constraint. If `act` raises, the key is
    rolled back with everything the act wrote, and the form can be sent again as it is.
    `act` must return an address: an empty one could not be told from an act not yet done.
    """
    Submission.objects.bulk_create(
        [Submission(key=key, owner=owner, user=user)], ignore_conflicts=True
    )
    submission = Submission.objects.select_for_update().get(owner=owner, key=key)
    if submission.result:
        return submission.result
    submission.result = act()
    if not submission.result:
        raise ValueError("An act must return the address it leads to.")
    submission.save(update_fields=["result"])
    return submission.result
