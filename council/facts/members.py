"""What rules ask of a member's term."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from council.facts.councils import CouncilFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFacts:
    council: CouncilFacts
    person_id: int
    first_day: date
    last_day: date
    # Another term of theirs follows this one.
    is_renewed: bool
    # Given back or taken back; its last day may be today.
    is_ended: bool
    today: date

    @property
    def runs(self) -> bool:
        return self.first_day <= self.today <= self.last_day
