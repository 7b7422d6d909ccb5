"""Lengths of time and deadlines in the reader's words."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clocks.dates import date_words, weekday_words
from clocks.spans import in_shanghai

MINUTE = timedelta(minutes=1)
# From this many hours on minutes are left out, and from this many days on hours.
HOURS_ALONE, DAYS_ALONE = 6, 7


def duration_words(length: timedelta) -> str:
    """`2 days 3 hours`: rounded down, and no more exact than people would say it."""
    minutes = length // MINUTE
    if minutes < 1:
        return _("less than a minute")
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        return _joined(_days(days), _hours(hours) if hours and days < DAYS_ALONE else "")
    if hours:
        return _joined(_hours(hours), _minutes(minutes) if minutes and hours < HOURS_ALONE else "")
    return _minutes(minutes)


def due_words(due: datetime, now: datetime) -> str:
    """`by Tuesday 14:00` as seen at `now`; `3 hours overdue` once that has passed."""
    if due < now:
        return overdue_words(due, now)
    local, today = in_shanghai(due), in_shanghai(now).date()
    day, time = local.date(), f"{local:%H:%M}"
    monday = today - timedelta(days=today.weekday())
    if day == today:
        return _("by {time} today").format(time=time)
    if day == today + timedelta(days=1):
        return _("by {time} tomorrow").format(time=time)
    if day < monday + timedelta(days=7):
        return _("by {weekday} {time}").format(weekday=weekday_words(day), time=time)
    if day < monday + timedelta(days=14):
        return _("by {weekday} next week, {time}").format(weekday=weekday_words(day), time=time)
    return _("by {date} {time}").format(date=date_words(day, year=today.year), time=time)


def overdue_words(due: datetime, now: datetime) -> str:
    """`3 hours overdue`."""
    return _("{duration} overdue").format(duration=duration_words(in_shanghai(now) - due))


def when_words(moment: datetime, now: datetime) -> str:
    """`yesterday 14:00`: when something happened, as seen at `now`."""
    local, today = in_shanghai(moment), in_shanghai(now).date()
    day, time = local.date(), f"{local:%H:%M}"
    if day == today:
        return _("today {time}").format(time=time)
    if day == today - timedelta(days=1):
        return _("yesterday {time}").format(time=time)
    return _("{date}, {time}").format(date=date_words(day, year=today.year), time=time)


def _joined(larger: str, smaller: str) -> str:
    return f"{larger} {smaller}".strip()


def _days(count: int) -> str:
    return ngettext("{count} day", "{count} days", count).format(count=count)


def _hours(count: int) -> str:
    return ngettext("{count} hour", "{count} hours", count).format(count=count)


def _minutes(count: int) -> str:
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)
