"""Who may vote on an item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RollFacts:
    roll_id: int
    is_member: bool
    is_present: bool
    is_recused: bool
    kind: str = ""


def voters(roll: Iterable[RollFacts]) -> list[int]:
    """Members who are there and not recused, as things stand when the vote opens."""
    return [row.roll_id for row in roll if row.is_member and row.is_present and not row.is_recused]


def members_who_may(roll: Iterable[RollFacts]) -> int:
    """Members of the sitting without whoever is recused, there or not."""
    return sum(row.is_member and not row.is_recused for row in roll)
