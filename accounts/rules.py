"""When another code may be sent to a number."""

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
