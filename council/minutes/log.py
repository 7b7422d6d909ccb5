"""A sitting as its minutes are drafted from it: plain values, people by their marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Stay:
    came_at: datetime
    # None: until the end.
    left_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendant:
    """`mark` stands for the name of a member; of others only `standing` is said."""

    mark: str
    standing: str
    is_member: bool
    kind: str = ""
    council: str = ""
    apology: str = ""
    stays: Sequence[Stay] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechLog:
    """`side` is empty for a speech neither for nor against."""

    who: str
    side: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteLog:
    """`needed` is how many had to be for it; `yes` is None where it was never counted.

    `named` has the people of each choice after a vote by name; otherwise it is empty.
    """

    round: int
    opened_at: datetime | None
    way: str
    rule: str
    eligible: int
    voided_because: str = ""
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    invalid: int | None = None
    needed: int | None = None
    adopted: bool | None = None
    quorate: bool | None = None
    # How many of a secret vote voted on paper.
    papers: int = 0
    tellers: Sequence[str] = ()
    named: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionLog:
    """`first_text` is how it was moved, where an amendment changed it; `text` how it reads now.

    `key` says what `amends` names; empty for the motion itself.
    """

    key: str
    at: datetime
    text: str
    amends: str
    first_text: str = ""
    moved_by: str
    seconded_by: str
    state: str
    votes: Sequence[VoteLog]


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeLog:
    text: str
    who: str
    due_on: date
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionLog:
    text: str
    adopted: bool
    effect: str
    by_vote: bool
    minority: str = ""
    owners_note: str = ""
    assembly_note: str = ""
    postponed_to: date | None = None
    pledges: Sequence[PledgeLog] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLog:
    key: str
    title: str
    reference: str
    why: str
    state: str
    is_done: bool
    began_at: datetime | None
    ended_at: datetime | None
    limits: str = ""
    note: str = ""
    postponed_to: date | None = None
    recused: Sequence[str] = ()
    speeches: Sequence[SpeechLog] = ()
    motions: Sequence[MotionLog] = ()
    resolution: ResolutionLog | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedCommand:
    """One command of the log that was not undone.

    `item` is the key of the item that it was about, or that was on; empty where none was.
    """

    seq: int
    kind: str
    at: datetime
    item: str = ""
    # Who was handed the chair.
    whom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingLog:
    councils: Sequence[str]
    convener: str
    place: str
    kind: str
    manner: str
    opened_at: datetime
    closed_at: datetime
    chair: str
    recorder: str
    members_total: int
    quorum: tuple[int, int]
    people: Sequence[Attendant]
    items: Sequence[ItemLog]
    steps: Sequence[LoggedCommand]
    # When and where they mean to sit next, where that was booked before they parted.
    next_at: datetime | None = None
    next_place: str = ""
