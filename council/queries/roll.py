"""Who belongs to a sitting, and who of them is there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value

from accounts.queries.prepared import PreparedQuery, given_key
from council.models import Meeting, Presence, Roll


@dataclass(frozen=True, slots=True)
class RollLine:
    roll: Roll
    came_at: datetime | None
    is_present: bool
    # Keys of the items from which they are recused.
    recused_from: frozenset[int]

    @property
    def key(self) -> int:
        return self.roll.pk

    @property
    def name(self) -> str:
        return self.roll.call_name


def roll_of(meeting: Meeting) -> list[RollLine]:
    return [
        RollLine(
            roll=row,
            came_at=row.came,
            is_present=row.here,
            recused_from=frozenset(row.recused),
        )
        for row in _lines(meeting=meeting.pk)
    ]


@PreparedQuery
def _lines() -> QuerySet[Roll, Any]:
    here = Presence.objects.filter(roll=OuterRef("pk"), left_at=None)
    came = Presence.objects.filter(roll=OuterRef("pk")).order_by("came_at").values("came_at")
    recused = ArrayAgg("recusals__item_id", filter=Q(recusals__isnull=False), default=Value([]))
    rows = Roll.objects.filter(meeting=given_key("meeting"))
    return (
        rows.select_related("person", "council__body")
        .annotate(here=Exists(here), came=Subquery(came[:1]), recused=recused)
        .order_by("position", "pk")
    )
