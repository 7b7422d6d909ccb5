"""Matters that somebody has asked for. Apps above this one say what they ask for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from accounts.models import User
from issues.enums.matter import Source
from issues.models import Issue


class Origin(Protocol):
    @property
    def source(self) -> Source: ...

    def take(self, issue: Issue, *, actor: User, now: datetime) -> None:
        """Note that `issue` came from here, at the end of its transaction. May raise Refused."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """Something that asks for matters now. `origin` is called with whether to name the author."""

    reference: str
    title: str
    address: str
    origin: Callable[[bool], Origin]


Find = Callable[[str], Invitation | None]
_finders: list[Find] = []


def on_invitation(find: Find) -> None:
    """Let `find` find the invitation that an address names; it gives None once that is over."""
    if find not in _finders:
        _finders.append(find)


def invitation_of(reference: str) -> Invitation | None:
    found = (find(reference) for find in _finders)
    return next((one for one in found if one is not None), None)
