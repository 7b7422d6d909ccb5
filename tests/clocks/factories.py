"""The calendar of the yearly notices, the usual hours, and short ways to write moments."""

from datetime import datetime

from clocks.enums import SpanKind
from clocks.hours import SHANGHAI, USUAL, WorkingHours
from clocks.published_years import published
from clocks.sums import Span

CALENDAR = published()
HOURS = WorkingHours.parse(USUAL)


def moment(text: str) -> datetime:
    """`2026-11-20 16:30` in Asia/Shanghai."""
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def hours(amount: int, minutes: int = 0) -> Span:
    return Span(SpanKind.HOURS, amount, minutes)


def working_hours(amount: int, minutes: int = 0) -> Span:
    return Span(SpanKind.WORKING_HOURS, amount, minutes)


def working_days(amount: int) -> Span:
    return Span(SpanKind.WORKING_DAYS, amount)
