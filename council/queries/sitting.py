"""What the page of one sitting asks: opinions, who was told, who stands on its roll."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count

from accounts.models import User
from council.enums.agenda import OpinionMoment
from council.enums.meetings import MEETING_HELD
from council.models import AgendaItem, Meeting, Opinion, Roll, Told
from council.rules.meetings import runs_table


@dataclass(frozen=True, slots=True)
class OpinionCounts:
    """How many took which stance on an item, before and after."""

    counts: dict[tuple[str, str], int] = field(default_factory=dict)

    def number(self, moment: str, stance: str) -> int:
        return self.counts.get((moment, stance), 0)


def opinions_of(items: Sequence[AgendaItem]) -> dict[int, OpinionCounts]:
    """By the key of the item; one statement for all."""
    rows = Opinion.objects.filter(item__in=items).values("item", "moment", "stance")
    found: dict[int, OpinionCounts] = {item.pk: OpinionCounts() for item in items}
    for row in rows.annotate(number=Count("pk")).order_by("item", "moment", "stance"):
        found[row["item"]].counts[row["moment"], row["stance"]] = row["number"]
    return found


def words_for(items: Sequence[AgendaItem], meeting: Meeting, user_id: int | None) -> list[Opinion]:
    """Words are read by chair and recorder, and by whoever wrote them."""
    if user_id is None:
        return []
    rows = Opinion.objects.filter(item__in=items).exclude(words="")
    if not runs_table(user_id, meeting):
        rows = rows.filter(person=user_id)
    return list(rows.select_related("person").order_by("at", "pk"))


def own_opinion(meeting: Meeting, item: UUID, user: User) -> Opinion | None:
    held = meeting.state in MEETING_HELD
    moment = OpinionMoment.AFTER if held else OpinionMoment.BEFORE
    found = Opinion.objects.filter(item__meeting=meeting, item__uid=item, person=user)
    return found.filter(moment=moment).first()


def roll_with_people(meeting: Meeting) -> list[Roll]:
    rows = Roll.objects.filter(meeting=meeting).select_related("person", "council__body")
    return list(rows.order_by("position", "pk"))


def told_of(meeting: Meeting) -> list[Told]:
    """Who was told of which call, the newest first."""
    rows = Told.objects.filter(meeting=meeting).select_related("person")
    return list(rows.order_by("-call", "-at", "person"))


def people_told(meeting: Meeting) -> int:
    """How many a call would reach now."""
    roll = Roll.objects.filter(meeting=meeting, person__isnull=False)
    keys = {*roll.values_list("person_id", flat=True), meeting.chair_id, meeting.recorder_id}
    return len(keys - {None})


def own_line(meeting: Meeting, user_id: int | None) -> Roll | None:
    """The person's own line on its roll."""
    if user_id is None:
        return None
    return Roll.objects.filter(meeting=meeting, person=user_id).first()
