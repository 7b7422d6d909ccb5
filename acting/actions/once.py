"""Do what a form asks once, however often it is sent."""

from collections.abc import Callable, Sequence
from uuid import UUID

from django.db import connection, transaction

from accounts.models import User
from acting.models import Submission
from acting.queries.submission import alike_owner, of_form

# The longest address, in characters, that `Submission.result` can hold.
LONGEST_RESULT = 300
ROW = "(%s, %s, %s, '', clock_timestamp())"


@transaction.atomic
def once(
    key: UUID,
    *,
    form: str,
    owner: str,
    user: User | None,
    act: Callable[[], str],
    alike: UUID | None = None,
) -> str:
    """Run `act` when `form` sends `key` for the first time; give every sending the same address.

    `form` is the path that it is sent to, or a name where it can be sent in several ways: a key
    is good for one form of one owner.
    A second sending waits for the first at the unique constraint. If `act` raises, the key is
    rolled back with everything the act wrote, and the form can be sent again as it is.
    The address is also kept under `alike`, the id of what was said: another page that says the same
    has another key. Such a sending waits as well, and is then done or refused on its own.
    `act` must return an address: an empty result means that the act has not been done yet.
    """
    key = of_form(key, form)
    keys = [(owner, key)] if alike is None else [(owner, key), (alike_owner(owner), alike)]
    begun = _begin(keys, user)
    if key not in begun:
        first = Submission.objects.select_for_update().get(owner=owner, key=key)
        if first.result:
            return first.result
        begun[key] = first.pk
    result = act()
    if not result:
        raise ValueError("An act must return the address it leads to.")
    Submission.objects.filter(pk__in=begun.values()).update(result=result)
    return result


def _begin(keys: Sequence[tuple[str, UUID]], user: User | None) -> dict[UUID, int]:
    """Insert the keys; return the rows' ids of those that no earlier sending has inserted.

    If that sending is still under way, the insert waits until it has ended.
    """
    by = None if user is None else user.pk
    table = connection.ops.quote_name(Submission._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (key, owner, user_id, result, created_at) "  # noqa: S608
            f"VALUES {', '.join([ROW] * len(keys))} "
            "ON CONFLICT (owner, key) DO NOTHING RETURNING key, id",
            [value for owner, key in keys for value in (key, owner, by)],
        )
        return dict(cursor.fetchall())
