"""Do what a form asks once, however often it is sent."""

from collections.abc import Callable
from uuid import UUID

from django.db import connection, transaction

from accounts.models import User
from acting.models import Submission

# The longest address, in characters, that `Submission.result` can hold.
LONGEST_RESULT = 300


@transaction.atomic
def once(key: UUID, *, owner: str, user: User | None, act: Callable[[], str]) -> str:
    """Run `act` when `key` is sent for the first time; give every sending the same address.

    A second sending waits for the first at the unique constraint. If `act` raises, the key is
    rolled back with everything the act wrote, and the form can be sent again as it is.
    `act` must return an address: an empty result means that the act has not been done yet.
    """
    number = _begin(key, owner, user)
    if number is None:
        first = Submission.objects.select_for_update().get(owner=owner, key=key)
        if first.result:
            return first.result
        number = first.pk
    result = act()
    if not result:
        raise ValueError("An act must return the address it leads to.")
    Submission.objects.filter(pk=number).update(result=result)
    return result


def _begin(key: UUID, owner: str, user: User | None) -> int | None:
    """Insert the key and return its row's id; None if an earlier sending has inserted it.

    If that sending is still under way, the insert waits until it has ended.
    """
    table = connection.ops.quote_name(Submission._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (key, owner, user_id, result, created_at) "  # noqa: S608
            "VALUES (%s, %s, %s, '', clock_timestamp()) "
            "ON CONFLICT (owner, key) DO NOTHING RETURNING id",
            [key, owner, None if user is None else user.pk],
        )
        row = cursor.fetchone()
    return None if row is None else int(row[0])
