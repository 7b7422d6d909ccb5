"""Lengths of time and deadlines in the reader's words."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clocks.dates import date_words, moment_words, time_words, weekday_words
from clocks.reading_moment import PAPER, Paper, Seen, today_of
from clocks.spans import in_shanghai

MINUTE, WEEK = timedelta(minutes=1), timedelta(weeks=1)
# From this many hours on minutes are left out, and from this many days on hours.
HOURS_ALONE, DAYS_ALONE = 6, 7
# From this many weeks on a gap is said in weeks.
WEEKS_ALONE = 4


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


def gap_words(length: timedelta) -> str:
    """`50 weeks`: how far two dates lie apart; from four weeks on in weeks."""
    weeks = length // WEEK
    if weeks < WEEKS_ALONE:
        return duration_words(length)
    return ngettext("{count} week", "{count} weeks", weeks).format(count=weeks)


def due_words(due: datetime, now: datetime, *, paper: bool = False) -> str:
    """`by Tuesday 14:00` as seen at `now`; `late_words` once that has passed.

    On paper the date itself, since “tomorrow” means nothing there.
    """
    if due < now:
        return late_words(due, now, paper=paper)
    if paper:
        return _("by {moment}").format(moment=moment_words(due, PAPER))
    return _near(due, now) or _("by {date} {time}").format(
        date=date_words(in_shanghai(due).date(), now), time=time_words(due)
    )


def _near(due: datetime, now: datetime) -> str:
    """Within this week and the next, by the name of the day; otherwise empty."""
    day, time, today = in_shanghai(due).date(), time_words(due), in_shanghai(now).date()
    monday = today - timedelta(days=today.weekday())
    if day == today:
        return _("by {time} today").format(time=time)
    if day == today + timedelta(days=1):
        return _("by {time} tomorrow").format(time=time)
    if day < monday + timedelta(days=7):
        return _("by {weekday} {time}").format(weekday=weekday_words(day), time=time)
    if day < monday + timedelta(days=14):
        return _("by {weekday} next week, {time}").format(weekday=weekday_words(day), time=time)
    return ""


def late_words(due: datetime, now: datetime, *, paper: bool = False) -> str:
    """`was due by 19 November, 9 days overdue`: the date that was promised is never left out."""
    return _("{was_due}, {overdue}").format(
        was_due=_was_due(due, now, paper=paper), overdue=overdue_words(due, now)
    )


def _was_due(due: datetime, now: datetime, *, paper: bool) -> str:
    if paper:
        return _("was due by {moment}").format(moment=moment_words(due, PAPER))
    day, time, today = in_shanghai(due).date(), time_words(due), in_shanghai(now).date()
    if day == today:
        return _("was due by {time} today").format(time=time)
    if day == today - timedelta(days=1):
        return _("was due by {time} yesterday").format(time=time)
    return _("was due by {date}").format(date=date_words(day, now))


def overdue_words(due: datetime, now: datetime) -> str:
    """`3 hours overdue`."""
    return _("{duration} overdue").format(duration=duration_words(in_shanghai(now) - due))


def when_words(moment: datetime, seen: Seen) -> str:
    """`yesterday 14:00`: when something happened; on paper the date itself."""
    if isinstance(seen, Paper):
        return moment_words(moment, PAPER)
    day, time, today = in_shanghai(moment).date(), time_words(moment), today_of(seen)
    if day == today:
        return _("today {time}").format(time=time)
    if day == today - timedelta(days=1):
        return _("yesterday {time}").format(time=time)
    return _("{date}, {time}").format(date=date_words(day, seen), time=time)


def _joined(larger: str, smaller: str) -> str:
    return f"{larger} {smaller}".strip()


def _days(count: int) -> str:
    return ngettext("{count} day", "{count} days", count).format(count=count)


def _hours(count: int) -> str:
    return ngettext("{count} hour", "{count} hours", count).format(count=count)


def _minutes(count: int) -> str:
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)
