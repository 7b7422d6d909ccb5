"""Let the app that keeps what is said tell who may begin a talk, and who may write one down.

Apps register in their `AppConfig.ready`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from grids.models import Venue
from grids.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Talks:
    """Each gives an address, or "" if the person would be refused there."""

    begun_at: Callable[[Venue, Standing, datetime], str]
    written_down: Callable[[Standing, datetime], str]


_registered: list[Talks] = []


def on_talks(talks: Talks) -> None:
    if talks not in _registered:
        _registered.append(talks)


def way_to_talk(venue: Venue, standing: Standing, *, now: datetime) -> str:
    """The address at which a talk begins at once; "" if there is none."""
    return _first(standing, lambda talks: talks.begun_at(venue, standing, now))


def way_to_write_talk_down(standing: Standing, *, now: datetime) -> str:
    return _first(standing, lambda talks: talks.written_down(standing, now))


def _first(standing: Standing, ask: Callable[[Talks], str]) -> str:
    """The first address that is not empty; for a visitor nobody is asked, so no query is made."""
    if standing.user_id is None:
        return ""
    return next(filter(None, map(ask, _registered)), "")
