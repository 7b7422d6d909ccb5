"""Who may vote on an item, and against how many members it is counted."""

from __future__ import annotations

import pytest

from council.order.who_votes import RollFacts, members_who_may, voters


def line(*, is_member: bool = True, is_present: bool = True, is_recused: bool = False) -> RollFacts:
    return RollFacts(1, is_member, is_present, is_recused)


@pytest.mark.parametrize(
    ("sentence", "row", "votes", "counts"),
    [
        ("a member who is there votes", line(), True, True),
        ("who is away has no vote, and counts among the members", line(is_present=False), False,
         True),
        ("who is recused has no vote, and leaves the base", line(is_recused=True), False, False),
        ("who is recused and away leaves the base too",
         line(is_present=False, is_recused=True), False, False),
        ("who walked in never votes and never counts", line(is_member=False), False, False),
    ],
)  # fmt: skip
def test_the_rule_holds(sentence: str, row: RollFacts, votes: bool, counts: bool) -> None:
    assert bool(voters([row])) is votes, sentence
    assert bool(members_who_may([row])) is counts, sentence
