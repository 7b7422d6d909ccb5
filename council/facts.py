"""What rules of the council are asked about, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from council.enums.calls import CallState
from council.enums.decisions import PledgeState
from council.enums.meetings import Manner, MeetingKind, MeetingState
from council.enums.members import CANDIDACY_RUNNING, CandidacyState
from council.enums.votes import VOTE_RUNNING, VoteState, VoteWay
from council.order.quorum import Quorum
from council.order.who_votes import RollFacts
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
class MeetingFacts:
    """What is asked of a sitting before and after it runs."""

    council: CouncilFacts
    kind: MeetingKind
    state: MeetingState
    chair_id: int | None
    recorder_id: int | None
    convened_by_id: int
    # Paths of the bodies of all its councils, the host's among them.
    paths: tuple[str, ...]
    starts_at: datetime
    now: datetime
    has_items: bool = True
    # Everybody has been told of it once: it does not become its makers' own again.
    was_called: bool = False
    # Whether the person who asks stands on its roll.
    on_roll: bool = False
    rehearsal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFacts:
    """A running sitting before one person: what every command is decided on."""

    meeting: MeetingFacts
    manner: Manner
    quorum: Quorum
    user_id: int | None
    # Who is in the chair now: the chair, or whom they handed it to.
    chair_now_id: int | None
    # The person's own line on the roll, as a plain copy; None for who only reads along.
    on_roll: RollFacts | None = None
    # Whether the sender's device runs the table, or nobody's does.
    holds_table: bool = True
    items_waiting: int = 0
    item_on: bool = False
    # The item has its resolution.
    item_decided: bool = False
    item_is_major: bool = False
    speech_on: bool = False
    speech_paused: bool = False
    waiting: int = 0
    # Running motions of the item, the amendments among them counted apart.
    motions: int = 0
    amendments: int = 0
    # Of the item, those that amend nothing and have their result; whether the last one is adopted.
    voted_motions: int = 0
    item_adopted: bool = False
    # Whoever is in the chair now reported the item's matter, or is recused from it.
    chair_is_touched: bool = False
    vote: VoteState | None = None
    vote_way: VoteWay | None = None
    votes_cast: int = 0
    voters: int = 0
    viewer_votes: bool = False
    can_undo: bool = False

    @property
    def state(self) -> MeetingState:
        return self.meeting.state

    @property
    def keeps_rules(self) -> bool:
        return self.manner == Manner.RULES

    @property
    def vote_runs(self) -> bool:
        return self.vote in VOTE_RUNNING


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeFacts:
    body_id: int | None
    state: PledgeState


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
    # It goes with its sitting.
    of_sitting: bool
    ends_at: datetime
    now: datetime

    @property
    def is_ahead(self) -> bool:
        return not self.is_cancelled and self.now < self.ends_at


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFacts:
    council: CouncilFacts
    state: CallState
