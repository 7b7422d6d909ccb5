"""When another code may be sent to a number, and when another one may be tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

DAY = timedelta(hours=24)


@dataclass(frozen=True, kw_only=True)
class CodeLimits:
    cooldown: timedelta
    per_day: int


def daily_codes_used_up(sent: Sequence[datetime], *, limits: CodeLimits, now: datetime) -> bool:
    """True if the number got all its codes of the last 24 hours."""
    return sum(now - moment < DAY for moment in sent) >= limits.per_day


def seconds_until_next_code(sent: Sequence[datetime], *, limits: CodeLimits, now: datetime) -> int:
    """Whole seconds left to wait; 0 if a code may be sent."""
    if not sent:
        return 0
    return max(0, ceil((max(sent) + limits.cooldown - now).total_seconds()))


# Somebody has to have the phone already before they can try at all.
TRIES, TRIES_WITHIN = 5, timedelta(minutes=15)
TRIES_A_DAY = 20


def minutes_until_next_try(wrong: Sequence[datetime], *, now: datetime) -> int:
    """Whole minutes until a second factor may be tried again; 0 if it may now.

    `wrong` are the wrong ones of the last 24 hours, oldest first.
    """
    waits = [_until(wrong, TRIES, TRIES_WITHIN, now), _until(wrong, TRIES_A_DAY, DAY, now)]
    return max(0, ceil(max(waits) / timedelta(minutes=1)))


def _until(wrong: Sequence[datetime], most: int, within: timedelta, now: datetime) -> timedelta:
    if len(wrong) < most:
        return timedelta(0)
    return wrong[-most] + within - now
