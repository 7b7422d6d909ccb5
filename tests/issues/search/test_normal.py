"""One form of a text, whatever was typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, example, given

from issues.search.normal import normalise, plain_form, units
from tests.issues.search.inventing import anything


@given(anything)
@example("İẞǰΐŐﬃ㍿ς")
@example("e\u200b\u0301")
@example("\ud800电\0梯")
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(anything)
def test_width_capitals_and_hidden_characters_make_no_difference(text: str) -> None:
    assume(not any(unicodedata.combining(character) for character in text))
    assert normalise("\u200b".join(text)) == normalise(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("三号楼", "3号楼"),
        ("３ 栋", "3号楼"),
        ("3#楼", "3号楼"),
        ("十二幢", "12号楼"),
        ("二十一座", "21号楼"),
        ("十层", "10层"),
        ("5号楼二单元三楼", "5号楼2单元3楼"),
        ("一〇二号", "102号"),
        # What is no numeral stays.
        ("十十楼", "十十楼"),
        ("统一楼道", "统1楼道"),
        ("四十五天", "四十五天"),
    ],
)
def test_numerals_of_houses_and_floors_are_digits(text: str, plain: str) -> None:
    assert plain_form(text) == plain


def test_units_are_characters_words_and_numbers() -> None:
    found = [(unit.text, unit.joined) for unit in units(plain_form("3号楼 WiFi6，坏"))]
    assert found == [
        ("3", True), ("号", True), ("楼", True), ("wifi", False), ("6", True), ("坏", False),
    ]  # fmt: skip
