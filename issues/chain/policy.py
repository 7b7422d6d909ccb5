"""The policy as a pure table: class × level × role × kind → clock. No database here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clocks.spans import Span
from issues.enums.deadlines import DeadlineKind, OnBreach, StartsAt
from issues.enums.turns import Level, TurnRole


@dataclass(frozen=True, slots=True)
class Rule:
    """One clock; `pk` is its row, 0 while it is only a default."""

    matter_class: str
    level: Level
    role: TurnRole
    kind: DeadlineKind
    span: Span
    starts: StartsAt
    on_breach: OnBreach
    pk: int = 0

    @property
    def key(self) -> tuple[str, str, str, str]:
        return (self.matter_class, self.level, self.role, self.kind)


class Policy:
    """One version, total over class × level × role for the kinds it has."""

    def __init__(self, number: int, rules: Iterable[Rule]) -> None:
        self.number = number
        self._rules = {rule.key: rule for rule in rules}
        self._rows = {rule.pk: rule for rule in self._rules.values()}
        self._starting: dict[tuple[StartsAt, str, str, str], list[Rule]] = {}
        for rule in self._rules.values():
            turn = (rule.starts, rule.matter_class, rule.level, rule.role)
            self._starting.setdefault(turn, []).append(rule)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def find(self, matter_class: str, level: str, role: str, kind: str) -> Rule | None:
        """The rule, or None where that class has no such clock."""
        return self._rules.get((matter_class, level, role, kind))

    def row(self, pk: int | None) -> Rule | None:
        """The rule whose row it is, or None where that belongs to another version."""
        return None if pk is None else self._rows.get(pk)

    def at_start(self, matter_class: str, level: str, role: str) -> Sequence[Rule]:
        """The clocks that begin with a turn."""
        return self._starting.get((StartsAt.TURN, matter_class, level, role), [])

    def at_receipt(self, matter_class: str, level: str, role: str) -> Sequence[Rule]:
        """The clocks that begin when the body takes the matter in."""
        return self._starting.get((StartsAt.RECEIPT, matter_class, level, role), [])
