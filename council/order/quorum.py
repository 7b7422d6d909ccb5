"""Whether enough members are there, in all and of each kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuorumRule:
    """`numerator` of `denominator` of the members; of each kind somebody, where `needs_each`."""

    numerator: int
    denominator: int
    needs_each: bool = False

    def needed(self, members: int) -> int:
        """The fewest that are enough of `members`: two thirds of nine are six, of ten seven."""
        return -(-self.numerator * members // self.denominator)


@dataclass(frozen=True, slots=True)
class Quorum:
    present: int
    members: int
    needed: int
    # Kinds that have members, of whom nobody is there; empty where the rule doesn't ask.
    missing_kinds: tuple[str, ...] = ()

    @property
    def is_there(self) -> bool:
        """A council without members decides nothing."""
        return self.members > 0 and self.missing == 0 and not self.missing_kinds

    @property
    def missing(self) -> int:
        return max(0, self.needed - self.present)


def quorum_of(rule: QuorumRule, members: Mapping[str, int], present: Mapping[str, int]) -> Quorum:
    """Both count by kind of member. Whoever is recused counts; who walked in never does."""
    total = sum(members.values())
    return Quorum(
        present=sum(present.values()),
        members=total,
        needed=rule.needed(total),
        missing_kinds=tuple(
            kind for kind, number in members.items() if number and not present.get(kind)
        )
        if rule.needs_each
        else (),
    )
