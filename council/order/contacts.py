"""The rhythm of the monthly contacts."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

MOST = 30
LAST_WEEK = 7


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def month_before(day: date) -> date:
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def is_last_week(day: date) -> bool:
    """One of the last seven days of its month: the only time when somebody is reminded."""
    return day.day > calendar.monthrange(day.year, day.month)[1] - LAST_WEEK
