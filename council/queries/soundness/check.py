"""One rule, how what breaks it is found, and by which name it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from council.models import Meeting

# So late is no worker that only has much to do.
LATE = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Broken:
    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Check:
    """`why` is the sentence told of each row that `find` names."""

    why: str
    find: Callable[[datetime], Iterable[str]]


def sittings(rows: QuerySet[Meeting]) -> list[str]:
    found = rows.order_by("pk").values_list("council__body__code", "starts_at", "uid")
    return [f"sitting {code} {timezone.localdate(at):%F} {uid}" for code, at, uid in found]


def of_sittings(rows: QuerySet, path: str) -> list[str]:  # type: ignore[type-arg]
    """Named by the sitting that `path` leads to, each once."""
    return sittings(Meeting.objects.filter(pk__in=rows.order_by().values(path)))
