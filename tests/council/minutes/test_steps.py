"""Every kind of command stands in the minutes, in the section that it belongs to."""

from __future__ import annotations

from datetime import timedelta

import pytest

from council.enums.table import TableAct
from council.minutes.drafting import draft_of
from council.minutes.log import ItemLog, LoggedCommand, SittingLog
from tests.council.conftest import NOW

END = NOW + timedelta(hours=1)
SITTING, PRESENCE, ITEM = "sitting", "presence", "item-1"
# Where a command of this kind stands that was given while the first item was on.
SECTION_OF = {
    **dict.fromkeys(
        (TableAct.OPEN, TableAct.PAUSE, TableAct.RESUME, TableAct.CLOSE, TableAct.TAKE_TABLE),
        SITTING,
    ),
    **dict.fromkeys(
        (
            *(TableAct.JOIN, TableAct.ARRIVE, TableAct.LEAVE),
            *(TableAct.WALK_IN, TableAct.APOLOGISE),
        ),
        PRESENCE,
    ),
}
# Undoing is in no minutes, and neither is what it undid.
KINDS = [kind for kind in TableAct if kind != TableAct.UNDO]


def a_log(*steps: LoggedCommand, items: int = 1) -> SittingLog:
    return SittingLog(
        councils=["第三网格议事会"], convener="第三网格", place="议事亭", kind="", manner="",
        opened_at=NOW, closed_at=END, chair="⟦1⟧", recorder="⟦2⟧", members_total=0, quorum=(2, 3),
        people=[], steps=steps,
        items=[
            ItemLog(
                key=f"item-{number}", title="积水", reference="", why="", state="", is_done=True,
                began_at=NOW, ended_at=END,
            )
            for number in range(1, items + 1)
        ],
    )  # fmt: skip


def sections_with(log: SittingLog, seq: int) -> list[str]:
    return [section.key for section in draft_of(log) if seq in section.commands]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_stands_in_one_section(kind: TableAct) -> None:
    log = a_log(LoggedCommand(seq=7, kind=kind, at=NOW, item=ITEM))
    assert sections_with(log, 7) == [SECTION_OF.get(kind, ITEM)]


@pytest.mark.parametrize("kind", KINDS)
def test_between_two_items_nothing_is_lost(kind: TableAct) -> None:
    log = a_log(LoggedCommand(seq=7, kind=kind, at=NOW))
    assert sections_with(log, 7) == [SECTION_OF.get(kind, SITTING)]


def test_of_two_items_at_the_same_moment_each_has_its_own() -> None:
    steps = [
        LoggedCommand(seq=number, kind=TableAct.NOTE_ITEM, at=NOW, item=f"item-{number}")
        for number in (1, 2)
    ]
    log = a_log(*steps, items=2)
    assert [sections_with(log, number) for number in (1, 2)] == [["item-1"], ["item-2"]]


def test_the_chair_that_is_taken_back_between_items_is_told_with_the_sitting() -> None:
    log = a_log(
        LoggedCommand(seq=1, kind=TableAct.HAND_OVER_CHAIR, at=NOW, item=ITEM, whom="⟦3⟧"),
        LoggedCommand(seq=2, kind=TableAct.TAKE_BACK_CHAIR, at=END),
    )
    found = {section.key: section for section in draft_of(log)}
    assert "⟦3⟧" in found["item-1:said"].words
    assert any("10:00" in fact.value for fact in found["sitting"].facts if fact.value)
