"""What is to be told, before it is known who sits on the seats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from grids.enums import Role


@dataclass(frozen=True, slots=True)
class Telling:
    """A notice to `people` and to whoever sits on `seats`, roles at bodies, when it is written.

    `but` is the person who acts, who is not told of their own act.
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
