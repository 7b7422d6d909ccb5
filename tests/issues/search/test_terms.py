"""What a text is found by, and how alike two texts are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.queries.similar import NEAR
from issues.search.normal import LONGEST_WORD
from issues.search.terms import MOST_BYTES, Field, dice, grams, lexemes, terms_of, within
from tests.issues.search.inventing import anything, street_words


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("电梯坏了", "电梯 梯坏 坏了 了"),
        ("电梯", "电梯 梯"),
        ("梯", "梯"),
        # Punctuation and line breaks part no pair.
        ("3号楼，\n电梯", "3 3号 号楼 楼电 电梯 梯"),
        ("A栋WIFI坏", "a a栋 栋wifi wifi wifi坏 坏"),
        ("WiFi6", "wifi wifi6 6"),
        ("two words", "two words"),
        ("电\u200b梯\ufe0f", "电梯 梯"),
        ("snake_case", "snake case"),
        ("𠮷野家", "𠮷野 野家 家"),
        ("", ""),
        ("?!。、🙂\0", ""),
    ],
)
def test_what_is_indexed(text: str, terms: str) -> None:
    assert " ".join(terms_of(text)) == terms


def test_what_stands_in_the_title_or_the_labels_stands_anywhere_too() -> None:
    words = {
        Field.TITLE: ["电梯"],
        Field.LABEL: ["东苑"],
        Field.ANYWHERE: ["电梯"],
        Field.WIDER: ["设施"],
        Field.SAID: ["灯黑", "太暗"],
    }
    assert lexemes("e7", words) == [
        "e7!电梯", "e7!梯", "e7#东苑", "e7#苑",
        "e7.电梯", "e7.梯", "e7.东苑", "e7.苑", "e7~设施", "e7~施",
        "e7^灯黑", "e7^黑", "e7^太暗", "e7^暗",
    ]  # fmt: skip


def test_long_words_and_long_texts_are_cut() -> None:
    assert list(terms_of("x" * 10_000)) == ["x" * LONGEST_WORD]
    flood = "".join(map(chr, range(0x4E00, 0x9FA5))) + "".join(map(chr, range(0x20000, 0x2A6D0)))
    words: dict[Field, list[str]] = {field: [flood, flood[::-1], flood[::2]] for field in Field}
    assert len(" ".join(lexemes("e7", words)).encode()) <= MOST_BYTES


@given(st.one_of(anything, street_words))
def test_terms_hold_letters_and_digits_only(text: str) -> None:
    for term in terms_of(text):
        assert re.fullmatch(r"[^\W_]+", term)
        term.encode()


@given(anything, anything)
def test_similarity_is_symmetric_and_between_nothing_and_one(one: str, other: str) -> None:
    assert 0 <= dice(grams(one), grams(other)) == dice(grams(other), grams(one)) <= 1
    assert 0 <= within(grams(one), grams(other)) <= 1


@given(anything)
def test_a_text_is_wholly_like_itself_unless_it_says_nothing(text: str) -> None:
    assert dice(grams(text), grams(text)) == (1.0 if grams(text) else 0.0)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("3号楼电梯坏了，老人下不了楼", "三栋电梯又坏了，老人下不来楼", True),
        ("楼道灯不亮，晚上看不见", "我们楼道灯不亮好几天了", True),
        ("楼下下水道堵了，污水往外冒", "下水道堵了污水横流", True),
        ("3号楼电梯坏了，老人下不了楼", "广场舞音响太吵，晚上睡不着", False),
        ("小区门口路灯不亮", "小区停车位不够，车没地方停", False),
    ],
)
def test_the_same_trouble_in_other_words_is_near(one: str, other: str, near: bool) -> None:
    assert (dice(grams(one), grams(other)) >= NEAR) is near
