"""What other apps want to know of whoever is signed in, read with the person in one statement.

Each page asks for it, so it must cost no more than a look into an index. Apps register in their
`AppConfig.ready`; the value stands on `request.user` under the name given.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import DateField, QuerySet, Subquery
from django.utils import timezone

from accounts.models import User
from accounts.queries.prepared import Given, PreparedQuery, given_key

Asked = Callable[[], Subquery]
# The day of asking in Asia/Shanghai, for what is registered: it is compiled once a process.
TODAY = Given("today", DateField())
_asked: dict[str, Asked] = {}


def read_with_person(name: str, asked: Asked) -> None:
    """`asked` makes an expression over the row of the person."""
    if _asked.setdefault(name, asked) is not asked:
        raise ValueError(f"{name!r} is read with the person already.")


def person_of_session(key: Any) -> User | None:
    """The person with all that was registered; None for nobody, and for what is no key."""
    try:
        known = User._meta.pk.get_prep_value(key)
    except (TypeError, ValueError):
        return None
    return next(iter(_person(key=known, today=timezone.localdate())), None)


def _with_all() -> QuerySet[User, User]:
    rows = User.objects.filter(pk=given_key("key"))
    return rows.annotate(**{name: asked() for name, asked in _asked.items()})


_person = PreparedQuery(_with_all)


def posts_of(person: object) -> frozenset[int]:
    """The keys of the posts in force, as they were read with the person; none for visitors."""
    return frozenset(getattr(person, "posts_now", None) or ())
