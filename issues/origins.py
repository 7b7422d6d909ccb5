"""Where a matter comes from when somebody asked for it: apps above say what they ask for."""

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
        """Keep that `issue` came so, at the end of its transaction. May raise Refused."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What asks for matters now, as the form shows it; `origin` is given whether to name who."""

    reference: str
    title: str
    address: str
    origin: Callable[[bool], Origin]


Find = Callable[[str], Invitation | None]
_finders: list[Find] = []


def on_invitation(find: Find) -> None:
    """`find` gives what a reference in an address asks for; None where it asks no more."""
    if find not in _finders:
        _finders.append(find)


def invitation_of(reference: str) -> Invitation | None:
    found = (find(reference) for find in _finders)
    return next((one for one in found if one is not None), None)
