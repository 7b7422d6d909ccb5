"""What a count comes to: whole numbers are compared, and no quotient is ever rounded."""

from __future__ import annotations

from dataclasses import dataclass

from council.enums.votes import Majority, VoteBase


@dataclass(frozen=True, slots=True)
class MajorityRule:
    """Fixed before the vote. Where abstentions don't count, they leave the base."""

    majority: Majority
    base: VoteBase
    abstentions_count: bool = True

    def base_number(self, count: Count, *, present: int, members: int) -> int:
        """`present` and `members` are those who may vote, so without whoever is recused.

        Invalid ballots are votes cast for nothing: they stay in the base.
        """
        base = {
            VoteBase.CAST: count.cast,
            VoteBase.PRESENT: present,
            VoteBase.MEMBERS: members,
        }[self.base]
        return base if self.abstentions_count else base - count.abstain

    def needed(self, base: int) -> int:
        """The fewest votes that are enough: more than half of 12 is 7, two thirds of 9 is 6."""
        if self.majority == Majority.TWO_THIRDS:
            return max(1, -(-2 * base // 3))
        return base // 2 + 1

    def is_adopted(self, yes: int, base: int) -> bool:
        """A tie is no majority, nobody's vote counts twice, and no vote for it is none."""
        if yes == 0:
            return False
        if self.majority == Majority.TWO_THIRDS:
            return 3 * yes >= 2 * base
        return 2 * yes > base


@dataclass(frozen=True, slots=True)
class Count:
    yes: int
    no: int
    abstain: int
    invalid: int = 0

    @property
    def cast(self) -> int:
        return self.yes + self.no + self.abstain + self.invalid

    def __add__(self, other: Count) -> Count:
        return Count(
            self.yes + other.yes,
            self.no + other.no,
            self.abstain + other.abstain,
            self.invalid + other.invalid,
        )


@dataclass(frozen=True, slots=True)
class VoteResult:
    count: Count
    base: int
    needed: int
    adopted: bool


def result_of(rule: MajorityRule, count: Count, *, present: int, members: int) -> VoteResult:
    base = rule.base_number(count, present=present, members=members)
    return VoteResult(
        count=count,
        base=base,
        needed=rule.needed(base),
        adopted=rule.is_adopted(count.yes, base),
    )
