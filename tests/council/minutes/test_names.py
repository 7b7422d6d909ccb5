from __future__ import annotations

import pytest

from council.minutes.names import held, shown

NUMBERS = {"周敏": 1, "周敏敏": 2, "王": 3}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("周敏说", "⟦1⟧说"),
        ("周敏敏和周敏", "⟦2⟧和⟦1⟧"),
        ("国王", "国王"),
        ("⟦1⟧⟦99⟧", "[1][99]"),
        ("", ""),
    ],
)
def test_names_become_marks_and_longer_ones_first(typed: str, kept: str) -> None:
    assert held(typed, NUMBERS) == kept


def test_marks_become_names_and_who_is_erased_a_pseudonym() -> None:
    names = {1: "周敏", 2: ""}
    assert shown("⟦1⟧、⟦2⟧、⟦7⟧", names, unknown="一位前成员") == "周敏、一位前成员、一位前成员"
