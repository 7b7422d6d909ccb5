"""The sitting that follows another, and what waits for it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from accounts.queries.prepared import Given
from council.enums.agenda import ItemState
from council.enums.decisions import Effect
from council.enums.meetings import MeetingState
from council.models import AgendaItem, Meeting


def next_of(meeting: Meeting) -> Meeting | None:
    return following(meeting.pk).select_related("council", "venue").first()


def following(meeting: int | Given) -> QuerySet[Meeting]:
    """One that was cancelled does not count. Of the key of the earlier one."""
    return Meeting.objects.filter(follows=meeting).exclude(state=MeetingState.CANCELLED)


def items_left(meeting: Meeting, *, by: date | None = None) -> Collection[AgendaItem]:
    """Not reached, or put off; where `by` is given, not to a later day than that."""
    decided_later = Q(state=ItemState.DONE, resolution__effect=Effect.POSTPONE)
    left = Q(state__in=(ItemState.WAITING, ItemState.POSTPONED)) | decided_later
    rows = AgendaItem.objects.filter(left, meeting=meeting)
    if by is not None:
        rows = rows.exclude(postponed_to__gt=by).exclude(resolution__postponed_to__gt=by)
    related = ("issue__category", "issue__building__estate", "issue__venue", "resolution")
    return list(rows.select_related(*related).order_by("position"))


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
    resolution = getattr(item, "resolution", None)
    decided = resolution.postponed_to if resolution else None
    return item.postponed_to or decided or date.min
