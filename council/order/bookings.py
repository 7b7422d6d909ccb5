"""Times for which a venue may be booked, and when it is free."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clocks.spans import in_shanghai

LONGEST = timedelta(hours=8)
AHEAD = timedelta(days=366)
# Who sits down at once writes it down a little later.
LATE = timedelta(minutes=15)

# First moment and the moment after the last.
Time = tuple[datetime, datetime]
# The field that it is about, and what is wrong.
Problem = tuple[str, str | Promise]


def day_ends(moment: datetime) -> datetime:
    """The midnight that ends the day in which the moment lies."""
    local = in_shanghai(moment)
    return datetime.combine(local.date() + timedelta(days=1), time(), local.tzinfo)


def from_now_on(now: datetime, *, minutes: int) -> Time:
    """From the minute that runs, and late in the evening until midnight: nobody is sent home."""
    begins = now.replace(second=0, microsecond=0)
    return begins, min(begins + timedelta(minutes=minutes), day_ends(begins))


def problem_of(begins: datetime, ends: datetime, *, now: datetime) -> Problem | None:
    """Why nobody may book this time, whoever has the venue then."""
    if ends <= begins:
        return "ends", _("It ends before it begins. A booking stays within one day.")
    if begins < now - LATE:
        return "begins", _("That time has passed.")
    if begins > now + AHEAD:
        return "day", _("A venue is booked for a year ahead at most.")
    if ends > day_ends(begins):
        return "ends", _("A booking stays within one day: book the next day for itself.")
    if ends - begins > LONGEST:
        return "ends", _("Eight hours at most; others want to sit there too.")
    return None


def next_free(taken: Iterable[Time], *, begins: datetime, ends: datetime) -> datetime | None:
    """From when on, that day, the venue is free for as long as `begins` to `ends`."""
    length, at = ends - begins, begins
    for first, last in sorted(taken):
        if first >= at + length:
            break
        at = max(at, last)
    return at if at + length <= day_ends(begins) else None
