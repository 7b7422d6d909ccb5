"""More than half, two thirds, and of what: whole numbers against fractions."""

from __future__ import annotations

from fractions import Fraction

import pytest

from council.enums.votes import Majority, VoteBase
from council.order.majority import Count, MajorityRule, result_of

HALF, THIRDS = Majority.HALF, Majority.TWO_THIRDS
CAST, PRESENT, MEMBERS = VoteBase.CAST, VoteBase.PRESENT, VoteBase.MEMBERS
MOST = 40


def enough(majority: Majority, yes: int, base: int) -> bool:
    """The rule as it is said, with a share of the whole instead of comparisons of numbers."""
    if yes == 0 or base == 0:
        return False
    share = Fraction(yes, base)
    return share > Fraction(1, 2) if majority == HALF else share >= Fraction(2, 3)


@pytest.mark.parametrize("majority", Majority)
def test_every_small_number_comes_out_as_fractions_say(majority: Majority) -> None:
    rule = MajorityRule(majority, CAST)
    wrong = [
        (yes, base)
        for base in range(MOST + 1)
        for yes in range(base + 1)
        if rule.is_adopted(yes, base) != enough(majority, yes, base)
    ]
    assert not wrong


@pytest.mark.parametrize("majority", Majority)
def test_what_is_said_to_be_needed_is_the_fewest_that_are_enough(majority: Majority) -> None:
    rule = MajorityRule(majority, CAST)
    for base in range(1, MOST + 1):
        fewest = min(yes for yes in range(base + 1) if enough(majority, yes, base))
        assert rule.needed(base) == fewest, base


@pytest.mark.parametrize(
    ("sentence", "majority", "base", "needed"),
    [
        ("two thirds of nine is six, not seven", THIRDS, 9, 6),
        ("two thirds of ten is seven", THIRDS, 10, 7),
        ("two thirds of one is one", THIRDS, 1, 1),
        ("two thirds of two is both", THIRDS, 2, 2),
        ("more than half of twelve is seven", HALF, 12, 7),
        ("more than half of eleven is six", HALF, 11, 6),
        ("more than half of one is one", HALF, 1, 1),
        ("of nobody nobody is enough", HALF, 0, 1),
    ],
)
def test_so_many_are_needed(sentence: str, majority: Majority, base: int, needed: int) -> None:
    rule = MajorityRule(majority, CAST)
    assert rule.needed(base) == needed, sentence
    assert not rule.is_adopted(needed - 1, base), sentence


@pytest.mark.parametrize(
    ("sentence", "rule", "count", "base", "adopted"),
    [
        ("a tie is not adopted", MajorityRule(HALF, CAST), Count(5, 5, 0), 10, False),
        ("one more than a tie is", MajorityRule(HALF, CAST), Count(6, 5, 0), 11, True),
        ("abstentions in the base weigh against it", MajorityRule(HALF, CAST), Count(5, 4, 1), 10,
         False),
        ("abstentions out of the base weigh nothing",
         MajorityRule(HALF, CAST, abstentions_count=False), Count(5, 4, 1), 9, True),
        ("a tie beside abstentions is not adopted",
         MajorityRule(HALF, CAST, abstentions_count=False), Count(4, 4, 6), 8, False),
        ("spoilt ballots stay in the base", MajorityRule(HALF, CAST), Count(5, 4, 0, 1), 10, False),
        ("of votes cast, who stays silent does not count", MajorityRule(HALF, CAST),
         Count(3, 2, 0), 5, True),
        ("of those present, who stays silent weighs against it", MajorityRule(HALF, PRESENT),
         Count(5, 2, 0), 12, False),
        ("of all members, who stays at home weighs against it", MajorityRule(HALF, MEMBERS),
         Count(7, 2, 0), 15, False),
        ("of all members, more than half of all is enough", MajorityRule(HALF, MEMBERS),
         Count(8, 2, 0), 15, True),
        ("of all members without abstentions, these leave it too",
         MajorityRule(HALF, MEMBERS, abstentions_count=False), Count(7, 2, 2), 13, True),
        ("of those present without abstentions, these leave it too",
         MajorityRule(THIRDS, PRESENT, abstentions_count=False), Count(6, 3, 3), 9, True),
        ("two thirds are reached by exactly two thirds", MajorityRule(THIRDS, CAST),
         Count(6, 3, 0), 9, True),
        ("one short of two thirds is not adopted", MajorityRule(THIRDS, CAST), Count(5, 4, 0), 9,
         False),
        ("where all abstain nothing is adopted",
         MajorityRule(THIRDS, CAST, abstentions_count=False), Count(0, 0, 9), 0, False),
        ("where nobody votes nothing is adopted", MajorityRule(HALF, CAST), Count(0, 0, 0), 0,
         False),
    ],
)  # fmt: skip
def test_the_rule_holds(
    sentence: str, rule: MajorityRule, count: Count, base: int, adopted: bool
) -> None:
    result = result_of(rule, count, present=12, members=15)
    assert (result.base, result.adopted) == (base, adopted), sentence
    assert result.adopted == (count.yes >= result.needed), sentence


@pytest.mark.parametrize("base", VoteBase)
@pytest.mark.parametrize("majority", Majority)
@pytest.mark.parametrize("counted", [True, False])
def test_every_count_of_seven_comes_out_as_fractions_say(
    base: VoteBase, majority: Majority, counted: bool
) -> None:
    rule, present, members = MajorityRule(majority, base, abstentions_count=counted), 7, 9
    for yes in range(present + 1):
        for no in range(present + 1 - yes):
            for abstain in range(present + 1 - yes - no):
                count = Count(yes, no, abstain)
                whole = {CAST: count.cast, PRESENT: present, MEMBERS: members}[base]
                of = whole if counted else whole - abstain
                result = result_of(rule, count, present=present, members=members)
                assert result.adopted == enough(majority, yes, of), count
