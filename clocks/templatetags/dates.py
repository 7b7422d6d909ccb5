"""Dates in templates: `{{ day|date_words }}`, `{{ day|date_words:"paper" }}` for what is kept."""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

from clocks import dates
from clocks.reading_moment import Paper, Seen, today_of

register = template.Library()


def _seen(where: str) -> Seen:
    return Paper(where) if where else timezone.now()


@register.filter
def date_words(day: date, where: str = "") -> str:
    """Also of a moment, for its day; empty for None."""
    return dates.date_words(today_of(day), _seen(where)) if day else ""


@register.filter
def day_words(day: date, where: str = "") -> str:
    return dates.day_words(today_of(day), _seen(where)) if day else ""


@register.filter
def moment_words(moment: datetime, where: str = "") -> str:
    return dates.moment_words(moment, _seen(where)) if moment else ""


@register.filter
def time_words(moment: datetime) -> str:
    return dates.time_words(moment) if moment else ""


@register.filter
def near_day(day: date) -> str:
    """`today`, `yesterday`, or the date."""
    today = today_of(timezone.now())
    match (today - day).days:
        case 0:
            return _("today")
        case 1:
            return _("yesterday")
    return dates.date_words(day, today)
