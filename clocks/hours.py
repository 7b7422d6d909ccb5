"""The working hours of a working day, in Asia/Shanghai."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Self
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

SHANGHAI = ZoneInfo("Asia/Shanghai")
USUAL = "08:30-12:00,13:30-17:30"

_PERIOD = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)-([01]?\d|2[0-3]):([0-5]\d)")
# Punctuation from a Chinese keyboard, and what it stands for.
_SIGNS = str.maketrans("：，、；－–—~～", ":,,,-----")


class HoursError(ValueError):
    """The text can't be read as working hours; the message says where and why."""


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """Periods of a working day: sorted, not touching each other, none across midnight."""

    periods: tuple[tuple[time, time], ...]

    def __post_init__(self) -> None:
        if not self.periods:
            raise HoursError(_("Give at least one period, for example 08:30-12:00."))
        for start, end in self.periods:
            if start >= end:
                raise HoursError(
                    _("The period {period} ends before it starts.").format(
                        period=_written(start, end)
                    )
                )
        for (before, end), (start, after) in zip(self.periods, self.periods[1:], strict=False):
            if start <= end:
                raise HoursError(
                    _("The periods {first} and {second} overlap or are out of order.").format(
                        first=_written(before, end), second=_written(start, after)
                    )
                )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `08:30-12:00,13:30-17:30`; raises HoursError."""
        return cls(tuple(_period(part) for part in text.translate(_SIGNS).split(",")))

    @property
    def close(self) -> time:
        """When the working day ends."""
        return self.periods[-1][1]

    def on(self, day: date) -> list[tuple[datetime, datetime]]:
        """The periods of `day` as moments in Asia/Shanghai."""
        return [
            (datetime.combine(day, start, SHANGHAI), datetime.combine(day, end, SHANGHAI))
            for start, end in self.periods
        ]

    def __str__(self) -> str:
        return ",".join(_written(start, end) for start, end in self.periods)


def _written(start: time, end: time) -> str:
    return f"{start:%H:%M}-{end:%H:%M}"


def _period(text: str) -> tuple[time, time]:
    bare = "".join(text.split())
    match = _PERIOD.fullmatch(bare)
    if match is None:
        raise HoursError(
            _("“{text}” is not a period; write for example 08:30-12:00.").format(text=bare)
        )
    hour, minute, end_hour, end_minute = map(int, match.groups())
    return time(hour, minute), time(end_hour, end_minute)
