"""What rules of the council are asked about, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from council.enums.calls import CallState
from council.enums.members import CANDIDACY_RUNNING, CandidacyState
from grids.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Who asks: their posts, the grid in which they say they live, the councils they sit in."""

    standing: Standing
    # The path of the grid of their building; empty where they did not say.
    home_path: str = ""
    # Councils in which they are a member on the day.
    councils: frozenset[int] = frozenset()

    @property
    def user_id(self) -> int | None:
        return self.standing.user_id


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilFacts:
    """`community_path` is that of the community of a grid's council, otherwise its own."""

    council_id: int
    path: str
    community_path: str
    active: bool


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFacts:
    council: CouncilFacts
    person_id: int
    first_day: date
    last_day: date
    # Another term of theirs follows this one.
    is_renewed: bool
    today: date

    @property
    def runs(self) -> bool:
        return self.first_day <= self.today <= self.last_day


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueFacts:
    """`path` is that of its grid; `councils` are those of the grid and of its community."""

    path: str
    active: bool
    councils: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingFacts:
    venue: VenueFacts
    booked_by: int
    is_cancelled: bool
    ends_at: datetime
    now: datetime

    @property
    def is_ahead(self) -> bool:
        return not self.is_cancelled and self.now < self.ends_at


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFacts:
    council: CouncilFacts
    state: CallState
