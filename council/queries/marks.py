"""By what it is known whether a sitting that is watched has changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from council.models import AgendaItem, Meeting
from council.queries.agenda import (
    NOT_SHOWN,
    PAST_DECIDING,
    is_past_deciding,
    is_shown,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """`version` counts what was done at the sitting; a matter is hidden, or ends, elsewhere, by an
    act of its own that knows of no sitting."""

    version: int
    hidden: frozenset[int]
    undecided: frozenset[int]


def mark_of(meeting: Meeting, items: Sequence[AgendaItem]) -> Mark:
    return Mark(
        meeting.version,
        frozenset(item.pk for item in items if not is_shown(item)),
        frozenset(item.pk for item in items if is_past_deciding(item)),
    )


def marks_of(uids: Collection[UUID]) -> dict[UUID, Mark]:
    """As they are now; one statement."""
    items = AgendaItem.objects.filter(meeting=OuterRef("pk"))
    kept = [items.filter(which).values("pk") for which in (NOT_SHOWN, PAST_DECIDING)]
    rows = Meeting.objects.filter(uid__in=list(uids)).values_list(
        "uid", "version", *map(ArraySubquery, kept)
    )
    return {
        uid: Mark(version, frozenset(hidden), frozenset(undecided))
        for uid, version, hidden, undecided in rows
    }


def version_of(uid: UUID) -> int:
    return Meeting.objects.values_list("version", flat=True).get(uid=uid)
