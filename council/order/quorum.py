"""Whether enough members are there, in all and of each kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


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
    # In a joint sitting: the councils of which too few are there, and how many more it takes.
    short: tuple[tuple[str, int], ...] = ()

    @property
    def is_there(self) -> bool:
        """A council without members decides nothing."""
        return self.members > 0 and self.missing == 0 and not self.missing_kinds

    @property
    def missing(self) -> int:
        """Whoever is there of one council makes up for nobody of another."""
        if self.short:
            return sum(number for _council, number in self.short)
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


def joint_quorum(
    rule: QuorumRule,
    members: Mapping[str, Mapping[str, int]],
    present: Mapping[str, Mapping[str, int]],
) -> Quorum:
    """Both count by council, then by kind. Each council is there by its own members alone."""
    there = quorum_of(rule, _together(members), _together(present))
    of_each = {
        name: quorum_of(rule, kinds, present.get(name, {})) for name, kinds in members.items()
    }
    return replace(
        there,
        needed=sum(one.needed for one in of_each.values()),
        short=tuple((name, one.missing) for name, one in of_each.items() if one.missing),
    )


def _together(counted: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for kinds in counted.values():
        for kind, number in kinds.items():
            found[kind] = found.get(kind, 0) + number
    return found
