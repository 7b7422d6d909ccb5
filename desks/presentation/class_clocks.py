"""The four classes and their clocks, as the policy in force has them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clocks.span_words import span_words
from issues.chain.policy import Policy
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.turns import Level, TurnRole
from issues.presentation.chip import Chip, chip_of
from issues.queries.policy import policy_in_force

PLACES: dict[Level, str | Promise] = {
    Level.GRID: _("At the grid"),
    Level.COMMUNITY: _("At the community"),
    Level.DEPARTMENT: _("At the departments"),
}
SHOWN = (DeadlineKind.RECEIVE, DeadlineKind.RESPOND, DeadlineKind.RESOLVE)


@dataclass(frozen=True, slots=True)
class Times:
    """Spans in words: taken in, first answer, result; empty where the policy has no clock."""

    place: str
    spans: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClassShown:
    chip: Chip
    times: list[Times]


def classes_at(now: datetime) -> list[ClassShown]:
    policy = policy_in_force(now)
    return [
        ClassShown(chip_of(matter_class), list(_times(policy, matter_class)))
        for matter_class in MatterClass
    ]


def _times(policy: Policy, matter_class: str) -> Iterator[Times]:
    for level, place in PLACES.items():
        rules = [policy.find(matter_class, level, TurnRole.LEAD, kind) for kind in SHOWN]
        yield Times(str(place), tuple(span_words(rule.span) if rule else "" for rule in rules))
