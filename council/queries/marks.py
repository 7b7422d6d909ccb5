"""By what it is known whether a sitting that is watched has changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from council.models import AgendaItem, Meeting
from council.queries.agenda import NOT_SHOWN, is_shown


@dataclass(frozen=True, slots=True)
class Mark:
    """`version` counts what was done at the sitting; a matter is hidden elsewhere, by an act of
    its own that knows of no sitting."""

    version: int
    hidden: frozenset[int]


def mark_of(meeting: Meeting, items: Sequence[AgendaItem]) -> Mark:
    return Mark(meeting.version, frozenset(item.pk for item in items if not is_shown(item)))


def marks_of(uids: Collection[UUID]) -> dict[UUID, Mark]:
    """As they are now; one statement."""
    hidden = AgendaItem.objects.filter(NOT_SHOWN, meeting=OuterRef("pk")).values("pk")
    rows = Meeting.objects.filter(uid__in=list(uids)).values_list(
        "uid", "version", ArraySubquery(hidden)
    )
    return {uid: Mark(version, frozenset(keys)) for uid, version, keys in rows}


def version_of(uid: UUID) -> int:
    return Meeting.objects.values_list("version", flat=True).get(uid=uid)
