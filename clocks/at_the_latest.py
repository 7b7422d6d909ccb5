"""A deadline at the end of a line: Chinese says 最晚 before it there, instead of 前 after it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import pgettext

from clocks.dates import date_words, time_words, weekday_words
from clocks.spans import in_shanghai
from clocks.words import late_words


def latest_words(due: datetime, now: datetime) -> str:
    """As `words.due_words`, where nothing follows it; `words.late_words` once that has passed."""
    if due < now:
        return late_words(due, now)
    day, time, today = in_shanghai(due).date(), time_words(due), in_shanghai(now).date()
    monday = today - timedelta(days=today.weekday())
    if day == today:
        return pgettext("at the end", "by {time} today").format(time=time)
    if day == today + timedelta(days=1):
        return pgettext("at the end", "by {time} tomorrow").format(time=time)
    name = weekday_words(day)
    if day < monday + timedelta(days=7):
        return pgettext("at the end", "by {weekday} {time}").format(weekday=name, time=time)
    if day < monday + timedelta(days=14):
        words = pgettext("at the end", "by {weekday} next week, {time}")
        return words.format(weekday=name, time=time)
    words = pgettext("at the end", "by {date} {time}")
    return words.format(date=date_words(day, now), time=time)
