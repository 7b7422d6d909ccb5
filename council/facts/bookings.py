"""What rules ask of a venue and of what is booked there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from council.facts.councils import CouncilFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueFacts:
    """`path` is that of its grid; `councils` are those of the grid and of its community."""

    path: str
    councils: tuple[CouncilFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingFacts:
    venue: VenueFacts
    booked_by: int
    is_cancelled: bool
    # It goes with its sitting.
    of_sitting: bool
    ends_at: datetime
    now: datetime

    @property
    def is_ahead(self) -> bool:
        return not self.is_cancelled and self.now < self.ends_at
