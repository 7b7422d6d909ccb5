"""What is sent of a command or a form, checked and as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.models import User
from council.enums.decisions import Effect
from council.enums.meetings import Manner
from council.enums.votes import VoteWay
from council.models import Council
from council.order.majority import MajorityRule
from grids.models import Venue


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """How a device sends a command. It makes `uid`, which stays the same in every sending.

    `happened_at` is the device's own time. A command names the thing it acts on by that thing's
    uid: so a page that is behind can't close another vote, or decide another item, than it shows.
    """

    uid: UUID
    device: str = ""
    lamport: int = 0
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """How a vote is to be held. Before it opens, people see what its majority is a part of."""

    way: VoteWay
    rule: MajorityRule
    # Two who count and watch over it, by their lines on the roll.
    tellers: tuple[UUID | None, UUID | None] = (None, None)
    # How many devices hold a key of a secret vote.
    holders: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDecision:
    """What the chair writes down of an item; `text` where no motion was voted on."""

    effect: Effect
    text: str = ""
    minority: str = ""
    owners_note: str = ""
    assembly_note: str = ""
    postponed_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPledge:
    """Who is to do what by when: a body of ours by its code, or somebody else by name."""

    text: str
    due_on: date
    body: str = ""
    outside_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingPlan:
    """When, where and how a council is to sit. `place` describes the venue further, or replaces it.

    `councils` sit in it beside the host.
    """

    title: str
    starts_at: datetime
    ends_at: datetime
    venue: Venue | None = None
    place: str = ""
    manner: Manner = Manner.FAMILY
    chair: User | None = None
    recorder: User | None = None
    councils: tuple[Council, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkOnTheSpot:
    """A talk that is over: `reference` or `title` says what about, `party` with whom.

    `members` of the council were there too, beside whoever writes it down.
    """

    note: str
    began_at: datetime
    minutes: int = 30
    reference: str = ""
    title: str = ""
    party: str = ""
    members: tuple[User, ...] = ()
    venue: Venue | None = None
    place: str = ""
