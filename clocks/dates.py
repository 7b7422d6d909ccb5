"""Days and moments in the reader's language, in Asia/Shanghai."""

from datetime import date, datetime

from django.utils import dateformat
from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

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


def date_words(day: date, *, year: int | None = None) -> str:
    """`20 November`; with its year if `year` is given and differs."""
    if year in (None, day.year):
        return dateformat.format(day, pgettext("date", "j F"))
    return dateformat.format(day, pgettext("date", "j F Y"))


def day_words(day: date, *, year: int | None = None) -> str:
    """`Friday 20 November`."""
    return _with_weekday(day, date_words(day, year=year))


def moment_words(moment: datetime, *, year: int | None = None) -> str:
    """`Friday 20 November 16:30`."""
    local = in_shanghai(moment)
    return pgettext("moment", "{day} {time}").format(
        day=day_words(local.date(), year=year), time=f"{local:%H:%M}"
    )


def run_words(first: date, last: date, *, year: int | None = None) -> str:
    """`1 to 8 October`; one or two days are given with their weekdays."""
    if first == last:
        return day_words(first, year=year)
    begins, ends = _month_once(first, last, year)
    if (last - first).days == 1:
        return pgettext("two days", "{first} and {last}").format(
            first=_with_weekday(first, begins), last=_with_weekday(last, ends)
        )
    return pgettext("several days", "{first} to {last}").format(first=begins, last=ends)


def _with_weekday(day: date, written: str) -> str:
    return pgettext("day", "{weekday} {day}").format(weekday=weekday_words(day), day=written)


def _month_once(first: date, last: date, year: int | None) -> tuple[str, str]:
    """Both dates; if they share a month, it is written once, where the language puts it."""
    if (first.year, first.month) != (last.year, last.month):
        return date_words(first, year=year), date_words(last, year=year or first.year)
    if year in (None, first.year):
        begins, ends = pgettext("first of two", "j"), pgettext("last of two", "j F")
    else:
        begins, ends = (
            pgettext("first of two, with year", "j"),
            pgettext("last of two, with year", "j F Y"),
        )
    return dateformat.format(first, begins), dateformat.format(last, ends)
