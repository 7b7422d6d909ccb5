"""Whether enough members are there."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import pytest

from council.order.quorum import QuorumRule, quorum_of

TWO_THIRDS = QuorumRule(2, 3)
EACH = QuorumRule(1, 2, needs_each=True)


@pytest.mark.parametrize("rule", [TWO_THIRDS, QuorumRule(1, 2), QuorumRule(3, 5), QuorumRule(1, 1)])
def test_the_fewest_that_are_enough_are_the_part_rounded_up(rule: QuorumRule) -> None:
    for members in range(41):
        part = Fraction(rule.numerator, rule.denominator) * members
        assert rule.needed(members) == ceil(part), members


@pytest.mark.parametrize(
    ("sentence", "rule", "members", "present", "is_there"),
    [
        ("two thirds of nine are six", TWO_THIRDS, {"resident": 9}, {"resident": 6}, True),
        ("five of nine are not two thirds", TWO_THIRDS, {"resident": 9}, {"resident": 5}, False),
        ("two thirds of ten are seven", TWO_THIRDS, {"resident": 10}, {"resident": 6}, False),
        ("all kinds are added up", TWO_THIRDS, {"resident": 6, "party": 3},
         {"resident": 3, "party": 3}, True),
        ("somebody of each kind is there", EACH, {"resident": 4, "party": 2},
         {"resident": 3, "party": 1}, True),
        ("one kind is missing whole", EACH, {"resident": 4, "party": 2}, {"resident": 4}, False),
        ("a kind without members is not missing", EACH, {"resident": 4, "party": 0},
         {"resident": 2}, True),
        ("half of each kind is not asked, only somebody", EACH, {"resident": 2, "party": 8},
         {"resident": 2, "party": 3}, True),
        ("a kind that is not asked for may be missing", QuorumRule(1, 2),
         {"resident": 4, "party": 2}, {"resident": 4}, True),
        ("a council without members decides nothing", TWO_THIRDS, {}, {}, False),
    ],
)  # fmt: skip
def test_the_rule_holds(
    sentence: str,
    rule: QuorumRule,
    members: dict[str, int],
    present: dict[str, int],
    is_there: bool,
) -> None:
    assert quorum_of(rule, members, present).is_there is is_there, sentence


def test_it_says_how_many_and_which_kinds_are_missing() -> None:
    quorum = quorum_of(EACH, {"resident": 6, "party": 2}, {"resident": 3})
    assert (quorum.missing, quorum.missing_kinds) == (1, ("party",))
