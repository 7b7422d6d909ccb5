"""What is to be told, before it is known who sits on the seats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from grids.enums import Role
from notifications.enums import What


@dataclass(frozen=True, slots=True)
class Telling:
    """A notice to `people` and to whoever sits on `seats`, roles at bodies, when it is written.

    `news` is what the desks of the seats learn, if it is more than that something changed.
    `but` is the person who acts, who is not told of their own act. `calls_for` is what is asked of
    them, as in `NewNotice`.
    """

    kind: str
    parameters: Mapping[str, Any]
    dedupe_key: str
    link: str
    subject: UUID
    people: frozenset[int] = frozenset()
    seats: tuple[tuple[int, Role], ...] = ()
    but: int | None = None
    urgent: bool = False
    sms: bool = False
    calls_for: str = ""
    news: What | None = None
    # See `NewNotice`.
    replaces: frozenset[str] = frozenset()
    settles: bool = False
