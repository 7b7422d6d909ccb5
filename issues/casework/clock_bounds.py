"""From when to when a clock runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Term:
    """Start, end, and the sum behind them; one term may stand behind clocks of many issues."""

    starts_at: datetime
    due_at: datetime
    basis: dict[str, Any]
    rule_id: int | None = None
    provisional: bool = False
    # When the reminder comes, if not in the last quarter of the time.
    remind_at: datetime | None = None

    @cached_property
    def wake_at(self) -> datetime:
        return self.remind_at or remind_at(self.starts_at, self.due_at)


def remind_at(starts_at: datetime, due_at: datetime) -> datetime:
    """A reminder comes when a quarter of the time is left."""
    return min(due_at, starts_at + (due_at - starts_at) * 3 / 4)
