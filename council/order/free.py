"""When a place is free. Times that only touch do not clash."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

Busy = tuple[datetime, datetime]


def clash(busy: Sequence[Busy], begins: datetime, ends: datetime) -> Busy | None:
    """The first of `busy` that lies over it."""
    return next((one for one in sorted(busy) if one[0] < ends and begins < one[1]), None)


def free_from(busy: Sequence[Busy], begins: datetime, length: timedelta) -> datetime:
    """The first moment from `begins` on at which there is room for `length`."""
    for start, end in sorted(busy):
        if start < begins + length and begins < end:
            begins = end
    return begins
