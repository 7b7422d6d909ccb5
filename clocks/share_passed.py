"""How much of a sum's time has passed: what the ring of a clock shows."""

from datetime import datetime, timedelta

from clocks.calendar import in_plain_week
from clocks.enums import SpanKind
from clocks.spans import days_from, in_shanghai
from clocks.sums import Sum


def passed_share(sum_: Sum, now: datetime) -> float:
    """0 at the start, 1 when it is due. Nights and days off count only if the span counts them.

    So a span of four working hours doesn't shrink over the weekend.
    """
    if sum_.span.kind == SpanKind.HOURS:
        return share(now - sum_.start, sum_.due - sum_.start)
    return share(_working_time(sum_, now), _working_time(sum_, sum_.due))


def share(passed: timedelta, whole: timedelta) -> float:
    """`passed` / `whole`, kept between 0 and 1; 1 if `whole` is nothing."""
    return min(max(passed / whole, 0.0), 1.0) if whole > timedelta() else 1.0


def _working_time(sum_: Sum, end: datetime) -> timedelta:
    start, end = in_shanghai(sum_.start), in_shanghai(min(end, sum_.due))
    off = {named.day for named in sum_.skipped}
    if not in_plain_week(start.date()) and sum_.span.kind == SpanKind.WORKING_DAYS:
        # Working days count from the next day on, and `skipped` doesn't list the first day.
        off.add(start.date())
    total = timedelta()
    for day in days_from(start.date()):
        if day > end.date():
            break
        if day not in off:
            for opens, closes in sum_.hours.on(day):
                total += max(min(closes, end) - max(opens, start), timedelta())
    return total
