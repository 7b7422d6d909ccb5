"""The sitting that follows another, and what waits for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from django.db.models import OuterRef, QuerySet
from django.utils import timezone

from accounts.queries.prepared import Given
from council.enums.agenda import ItemState
from council.enums.decisions import Effect
from council.enums.meetings import MeetingState
from council.models import AgendaItem, Meeting


def next_of(meeting: Meeting) -> Meeting | None:
    return following(meeting.pk).select_related("council", "venue").first()


def following(meeting: int | Given | OuterRef) -> QuerySet[Meeting]:
    """The sitting that follows `meeting`, or its key; one that was cancelled does not count."""
    return Meeting.objects.filter(follows=meeting).exclude(state=MeetingState.CANCELLED)


def items_left(meeting: Meeting, *, by: date | None = None) -> Sequence[AgendaItem]:
    """Not reached, or put off; where `by` is given, not to a later day than that."""
    related = ("issue__category", "issue__building__estate", "issue__venue", "resolution")
    rows = AgendaItem.objects.filter(meeting=meeting).select_related(*related)
    return left_of(rows.order_by("position"), by=by)


def left_of(items: Iterable[AgendaItem], *, by: date | None = None) -> list[AgendaItem]:
    """The same among all items of a sitting, which were read with their resolutions."""
    left = [item for item in items if _is_left(item)]
    return [item for item in left if by is None or max(_days(item)) <= by]


def _is_left(item: AgendaItem) -> bool:
    resolution = getattr(item, "resolution", None)
    decided_later = resolution is not None and resolution.effect == Effect.POSTPONE
    put_off = item.state in {ItemState.WAITING, ItemState.POSTPONED}
    return put_off or (item.state == ItemState.DONE and decided_later)


def left_off(meeting: Meeting, following: Meeting) -> Collection[AgendaItem]:
    """What was put off to that day and is not on its agenda."""
    there = set(following.items.values_list("issue", "title"))
    matters, titles = {key for key, _ in there if key}, {title for key, title in there if not key}
    waiting = items_left(meeting, by=timezone.localdate(following.starts_at))
    return [
        item
        for item in waiting
        if (item.issue_id not in matters if item.issue_id else item.title not in titles)
    ]


def put_off_to(item: AgendaItem) -> date:
    """The day, by hand or by what was decided; long ago where none was named."""
    by_hand, decided = _days(item)
    return by_hand if by_hand != date.min else decided


def _days(item: AgendaItem) -> tuple[date, date]:
    resolution = getattr(item, "resolution", None)
    decided = resolution.postponed_to if resolution else None
    return item.postponed_to or date.min, decided or date.min
