"""What a device sends of a command, checked and as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from council.enums.decisions import Effect
from council.enums.votes import VoteWay
from council.order.majority import MajorityRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """`uid` is made by the device and stays the same however often it is sent.

    `happened_at` is the device's own time. Whatever a command acts on is named by its own uid, so a
    page that is behind can't close another vote or decide another item than it shows.
    """

    uid: UUID
    device: str = ""
    lamport: int = 0
    happened_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """How a vote shall be held; what the majority is a part of is shown before it opens."""

    way: VoteWay
    rule: MajorityRule
    # Two who count and watch over it, by their lines on the roll.
    tellers: tuple[UUID | None, UUID | None] = (None, None)
    # How many devices hold a key of a secret vote.
    holders: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the chair writes down of an item; `text` where no motion was voted on."""

    effect: Effect
    text: str = ""
    minority: str = ""
    owners_note: str = ""
    assembly_note: str = ""
    postponed_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who shall do what by when: a body by its code, or somebody who is none of ours, by name."""

    text: str
    due_on: date
    body: str = ""
    outside_name: str = ""
