"""Whether enough members are there."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import pytest

from council.order.quorum import QuorumRule, joint_quorum, quorum_of

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


@pytest.mark.parametrize(
    ("sentence", "members", "present", "short"),
    [
        ("both councils are there", (9, 3), (6, 2), ()),
        ("the large one can't make up for the small one", (9, 3), (9, 1), (("二", 1),)),
        ("nor the small one for the large one", (9, 3), (5, 3), (("一", 1),)),
        ("both are short", (9, 6), (4, 3), (("一", 2), ("二", 1))),
        ("of one nobody came", (3, 3), (3, 0), (("二", 2),)),
        ("a council without members keeps nobody waiting", (3, 0), (2, 0), ()),
    ],
)
def test_in_a_joint_sitting_each_council_is_there_by_its_own_members(
    sentence: str,
    members: tuple[int, int],
    present: tuple[int, int],
    short: tuple[tuple[str, int], ...],
) -> None:
    def by_council(numbers: tuple[int, int]) -> dict[str, dict[str, int]]:
        return {name: {"resident": n} for name, n in zip(("一", "二"), numbers, strict=True)}

    quorum = joint_quorum(TWO_THIRDS, by_council(members), by_council(present))
    assert quorum.short == short, sentence
    assert quorum.is_there is (not short), sentence
    assert (quorum.members, quorum.present) == (sum(members), sum(present))
    assert quorum.missing == sum(number for _name, number in short)


def test_it_says_how_many_and_which_kinds_are_missing() -> None:
    quorum = quorum_of(EACH, {"resident": 6, "party": 2}, {"resident": 3})
    assert (quorum.missing, quorum.missing_kinds) == (1, ("party",))
