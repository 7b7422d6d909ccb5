"""What can be found in a text that tells who or which door."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from issues.masking.normal import Normal

GONE: Final = "×××"


class Hidden(StrEnum):
    """`LANDLINE` and `ROOM` are as often an office's as a person's."""

    PHONE = "phone"
    LANDLINE = "landline"
    IDENTITY = "identity"
    PLATE = "plate"
    ACCOUNT = "account"
    CODE = "code"
    DOOR = "door"
    ROOM = "room"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in the normal form. What stands before `hidden_from` is kept.

    `shown` takes the place of the rest.
    """

    kind: Hidden
    start: int
    end: int
    shown: str = GONE
    hidden_from: int | None = None


def found_as(kind: Hidden, found: re.Match[str]) -> Span:
    """All that a pattern found, but for what its group `keep` found, if it has one."""
    kept = found.end("keep") if found.groupdict().get("keep") is not None else None
    return Span(kind, *found.span(), hidden_from=kept)


Rule = Callable[[Normal], Iterable[Span]]
