"""In which order people are called to speak."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from council.enums.floor import Side
from council.order.floor import WaitingSpeaker, in_turn, may_ask

BEGAN = datetime(2026, 11, 19, 7, 0, tzinfo=UTC)
FOR, AGAINST, NEITHER = Side.FOR, Side.AGAINST, Side.NEITHER


def asking(number: int, side: Side = NEITHER, *, spoken: int = 0) -> WaitingSpeaker:
    """Asked at that minute."""
    return WaitingSpeaker(UUID(int=number), side, BEGAN + timedelta(minutes=number), spoken)


@pytest.mark.parametrize(
    ("sentence", "waiting", "last", "rules", "order"),
    [
        ("who asked first is called first", [asking(2), asking(1)], NEITHER, False, [1, 2]),
        ("who has not spoken comes before who has", [asking(1, spoken=1), asking(2)], NEITHER,
         False, [2, 1]),
        ("who spoke least comes before who spoke more",
         [asking(1, spoken=2), asking(2, spoken=1)], NEITHER, False, [2, 1]),
        ("as a family sides do not count", [asking(1, FOR), asking(2, FOR), asking(3, AGAINST)],
         FOR, False, [1, 2, 3]),
        ("by the rules for and against are called in turn",
         [asking(1, FOR), asking(2, FOR), asking(3, AGAINST), asking(4, AGAINST)], NEITHER, True,
         [1, 3, 2, 4]),
        ("after a speech for it comes one against it", [asking(1, FOR), asking(2, AGAINST)], FOR,
         True, [2, 1]),
        ("where nobody is of the other side the next of the same is called",
         [asking(1, FOR), asking(2, FOR)], FOR, True, [1, 2]),
        ("a newcomer comes first also from the same side",
         [asking(1, AGAINST, spoken=1), asking(2, FOR)], FOR, True, [2, 1]),
        ("who takes no side waits for those who answer each other",
         [asking(1, NEITHER), asking(2, FOR), asking(3, AGAINST)], FOR, True, [3, 2, 1]),
        ("nobody waits", [], FOR, True, []),
    ],
)  # fmt: skip
def test_the_rule_holds(
    sentence: str, waiting: list[WaitingSpeaker], last: Side, rules: bool, order: list[int]
) -> None:
    found = in_turn(waiting, last_side=last, takes_sides=rules)
    assert [row.uid.int for row in found] == order, sentence


@pytest.mark.parametrize(
    ("sentence", "spoken", "keeps_rules", "allowed"),
    [
        ("two speeches each were agreed, and one was held", 1, True, True),
        ("two speeches each were agreed, and two were held", 2, True, False),
        ("as a family one asks as often as one likes", 9, False, True),
    ],
)
def test_how_often_one_may_ask(
    sentence: str, spoken: int, keeps_rules: bool, allowed: bool
) -> None:
    assert may_ask(spoken=spoken, speeches_each=2, keeps_rules=keeps_rules) is allowed, sentence
