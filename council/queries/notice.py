"""When a sitting that is called now can begin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from clocks.enums import SpanKind
from clocks.hours import SHANGHAI
from clocks.queries.calendar import current_calendar, working_hours
from clocks.spans import Span, due, in_shanghai
from council.models import Council, NoticeRule
from council.order.notice import DEFAULT_NOTICE, notice_class


@dataclass(frozen=True, slots=True)
class NoticeNeeded:
    """The class that asks for the longest notice, and the first day on which it is given."""

    matter_class: str
    working_days: int
    day: date

    @property
    def earliest(self) -> datetime:
        return datetime.combine(self.day, time.min, SHANGHAI)


def notice_spans(council: Council) -> dict[str, int]:
    """Working days by class."""
    rows = NoticeRule.objects.filter(council=council)
    return {**DEFAULT_NOTICE, **dict(rows.values_list("matter_class", "working_days"))}


def notice_for(council: Council, classes: Iterable[str], *, now: datetime) -> NoticeNeeded:
    """A notice of one working day lets the sitting begin on the next one, at any time."""
    spans = notice_spans(council)
    longest = notice_class(classes, spans)
    days = spans[longest]
    if not days:
        return NoticeNeeded(longest, 0, in_shanghai(now).date())
    hours = working_hours(council.body.schedule)
    calendar = current_calendar()
    end = due(now, Span(SpanKind.WORKING_DAYS, days), calendar=calendar, hours=hours).due
    return NoticeNeeded(longest, days, end.date())
