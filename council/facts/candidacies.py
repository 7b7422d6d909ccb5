"""What rules ask of a candidacy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from council.enums.members import CANDIDACY_RUNNING, CandidacyState
from council.facts.councils import CouncilFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidacyFacts:
    council: CouncilFacts
    state: CandidacyState
    person_id: int | None
    recommended_by: int
    consented: bool
    seconds: int
    seconds_needed: int
    seconded_by_viewer: bool
    objected_by_viewer: bool
    unanswered: int
    posted_until: datetime | None
    now: datetime

    @property
    def is_running(self) -> bool:
        return self.state in CANDIDACY_RUNNING

    @property
    def posting_is_over(self) -> bool:
        return self.posted_until is not None and self.now >= self.posted_until
