"""Do what a form asks once, however often it is sent."""

from collections.abc import Callable
from uuid import UUID

from django.db import connection, transaction

from accounts.models import User
from acting.models import Submission

# Characters of the address that is kept.
LONGEST_RESULT = 300


@transaction.atomic
def once(key: UUID, *, owner: str, user: User | None, act: Callable[[], str]) -> str:
    """Run `act` for the first sending of `key` and answer every sending with its address.

    A second sending waits for the first at the unique constraint. If `act` raises, the key is
    rolled back with everything the act wrote, and the form can be sent again as it is.
    `act` must return an address: an empty one could not be told from an act not yet done.
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
    """Take the key; None when it was taken before, by a sending that is waited for."""
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
