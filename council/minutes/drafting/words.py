"""Numbers, times and lists as minutes say them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from clocks.dates import time_words


def share(part: int, whole: int) -> str:
    """73.3 %, rounded in integers; nothing of nothing is nothing."""
    tenths = (2000 * part + whole) // (2 * whole) if whole else 0
    return f"{tenths // 10}.{tenths % 10} %"


def clock(moment: datetime) -> str:
    return time_words(moment)


def listed(words: Iterable[str]) -> str:
    return pgettext("between names", ", ").join(words)


def people(count: int) -> str:
    return ngettext("{count} person", "{count} people", count).format(count=count)


def votes(count: int) -> str:
    return ngettext("{count} vote", "{count} votes", count).format(count=count)


def span(first: datetime, last: datetime | None) -> str:
    if last is None:
        return _("from {first}").format(first=clock(first))
    return f"{clock(first)}–{clock(last)}"
