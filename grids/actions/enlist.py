"""Find a person by phone, or create them, so that they can be posted before they sign in."""

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.hashers import make_password

from accounts.models import User
from accounts.words import in_a_line
from acting.actions.write_rows import insert_new_rows, update_rows


def enlist(phone: str, *, name: str, now: datetime) -> User:
    """The person of `phone`; a name they already have is never overwritten."""
    return enlist_many({phone: name}, now=now)[phone]


def enlist_many(names: Mapping[str, str], *, now: datetime) -> dict[str, User]:
    """As `enlist` for many phones in three statements. Phones are E.164."""
    insert_new_rows(
        [
            User(phone=phone, name=in_a_line(name), password=make_password(None), joined_at=now)
            for phone, name in names.items()
        ]
    )
    people = {str(user.phone): user for user in User.objects.filter(phone__in=names)}
    nameless = [user for user in people.values() if not user.name and names[str(user.phone)]]
    for user in nameless:
        user.name = in_a_line(names[str(user.phone)])
    update_rows(nameless, ["name"])
    return people
