"""Days and moments in the reader's language, in Asia/Shanghai.

`seen` is the moment at which it is read, or PAPER (`clocks.reading_moment`): it decides
about the year. Nothing else of ours puts a date into words (`tests/house/test_dates.py`).
"""

from datetime import date, datetime, time

from django.utils import dateformat
from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

from clocks.reading_moment import Seen, shows_year
from clocks.spans import in_shanghai

WEEKDAYS: tuple[str | Promise, ...] = (
    pgettext_lazy("weekday", "Monday"),
    pgettext_lazy("weekday", "Tuesday"),
    pgettext_lazy("weekday", "Wednesday"),
    pgettext_lazy("weekday", "Thursday"),
    pgettext_lazy("weekday", "Friday"),
    pgettext_lazy("weekday", "Saturday"),
    pgettext_lazy("weekday", "Sunday"),
)


def weekday_words(day: date) -> str:
    return str(WEEKDAYS[day.weekday()])


def date_words(day: date, seen: Seen) -> str:
    """`20 November`, or `20 November 2026`."""
    if shows_year(day, seen):
        return dateformat.format(day, pgettext("date", "j F Y"))
    return dateformat.format(day, pgettext("date", "j F"))


def day_words(day: date, seen: Seen) -> str:
    """`Friday 20 November`."""
    return _with_weekday(day, date_words(day, seen))


def date_of_moment(moment: datetime, seen: Seen) -> str:
    """`20 November`: the day on which it happened."""
    return date_words(in_shanghai(moment).date(), seen)


def moment_words(moment: datetime, seen: Seen) -> str:
    """`Friday 20 November 16:30`."""
    return pgettext("moment", "{day} {time}").format(
        day=day_words(in_shanghai(moment).date(), seen), time=time_words(moment)
    )


def time_words(moment: datetime | time) -> str:
    """`16:30`."""
    local = in_shanghai(moment) if isinstance(moment, datetime) else moment
    return f"{local:%H:%M}"


def month_words(first: date) -> str:
    """`November 2026`: the month that begins with that day."""
    return dateformat.format(first, pgettext("month of a calendar", "F Y"))


def run_words(first: date, last: date, seen: Seen) -> str:
    """`1 to 8 October`; one or two days are given with their weekdays."""
    if first == last:
        return day_words(first, seen)
    begins, ends = _month_once(first, last, seen)
    if (last - first).days == 1:
        return pgettext("two days", "{first} and {last}").format(
            first=_with_weekday(first, begins), last=_with_weekday(last, ends)
        )
    return pgettext("several days", "{first} to {last}").format(first=begins, last=ends)


def _with_weekday(day: date, written: str) -> str:
    return pgettext("day", "{weekday} {day}").format(weekday=weekday_words(day), day=written)


def _month_once(first: date, last: date, seen: Seen) -> tuple[str, str]:
    """Both dates; if they share a month, it is written once, where the language puts it."""
    if (first.year, first.month) != (last.year, last.month):
        return date_words(first, seen), date_words(last, seen)
    if shows_year(first, seen):
        begins, ends = (
            pgettext("first of two, with year", "j"),
            pgettext("last of two, with year", "j F Y"),
        )
    else:
        begins, ends = pgettext("first of two", "j"), pgettext("last of two", "j F")
    return dateformat.format(first, begins), dateformat.format(last, ends)
