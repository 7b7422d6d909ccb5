"""Plain makers of people for tests."""

from itertools import count
from typing import Any

from accounts.models import User

_numbers = count(13900000000)


def make_user(phone: str | None = "", **fields: Any) -> User:
    """A person with a verified number of their own, unless told otherwise."""
    number = f"+86{next(_numbers)}" if phone == "" else phone
    return User.objects.create_user(number, **{"phone_verified": True, **fields})
