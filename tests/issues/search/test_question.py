"""What is asked of what somebody typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.search.question import LONG, MOST_READ, MOST_TERMS, Means, Question, question_of
from tests.issues.search.inventing import anything, street_words


def asked_for(question: Question) -> list[str]:
    """The terms that stand for what was typed itself, as they were typed."""
    direct = [way for way in question.ways if way.means == Means.DIRECT]
    return [question.terms[way.needs.bit_length() - 1].replace("@.", "") for way in direct]


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("下水道", ["'下水'", "'水道'"]),
        # Words that carry nothing are not asked for, neither is what stands across a gap.
        ("电梯坏了", ["'电梯'"]),
        ("电梯 坏", ["'电梯'"]),
        ("修路灯", ["'路灯'"]),
        ("有没有地方停车？怎么办", ["'地方'", "'方停'", "'停车'"]),
        ("水是黄的", ["'水':*", "'黄':*"]),
        ("电梯，路灯", ["'电梯'", "'路灯'"]),
        # Latin by beginnings, numbers as they are.
        ("WiFi", ["'wifi':*"]),
        ("wifi6", ["'wifi':*", "'wifi6'"]),
        ("Wi-Fi", ["'wi':*", "'fi':*", "'wifi':*"]),
        ("3", ["'3'"]),
        ("三号楼电梯", ["'3号'", "'号楼'", "'楼电'", "'电梯'"]),
        ("the lift is broken", ["'lift':*", "'broken':*"]),
        # Of nothing else, also those.
        ("了", ["'了':*"]),
        ("坏", ["'坏':*"]),
        ("怎么办", ["'怎么'", "'么办'"]),
        ("  ", []),
        ("？！🙂\0", []),
        ("'); DROP TABLE issues; --", ["'drop':*", "'table':*", "'issues':*"]),
        ("'电' | !'梯':*", ["'电':*", "'梯':*"]),
    ],
)
def test_what_is_asked(typed: str, terms: list[str]) -> None:
    assert asked_for(question_of(typed)) == terms


def test_what_is_left_of_a_word_sorts_by_the_word_that_was_typed() -> None:
    """太阳能 leaves 阳, and 阳台 is not what was meant."""
    typed = [way for way in question_of("太阳能").ways if way.means == Means.TYPED]
    asked = question_of("太阳能").terms
    assert [asked[way.needs.bit_length() - 1] for way in typed] == ["'@.太阳'", "'@.阳能'"]


@pytest.mark.parametrize(
    ("typed", "term"),
    [("lifts", "'@.lift':*"), ("benches", "'@.bench':*"), ("batteries", "'@.batter':*")],
)
def test_a_word_in_the_plural_finds_the_singular(typed: str, term: str) -> None:
    asked = question_of(typed)
    near = [
        asked.terms[way.needs.bit_length() - 1] for way in asked.ways if way.means == Means.NEAR
    ]
    assert term in near


def test_the_name_of_the_place_goes_without_saying() -> None:
    names = ("珠玑东社区", "珠玑东", "")
    assert asked_for(question_of("珠玑东社区 电梯", but=names)) == ["'电梯'"]
    assert asked_for(question_of("珠玑东电梯", but=names)) == ["'电梯'"]
    assert asked_for(question_of("珠玑东", but=names)) == ["'珠玑'", "'玑东'"]


def test_other_words_for_the_same_are_asked_for_too() -> None:
    near = [way for way in question_of("屋顶漏水").ways if way.means == Means.NEAR]
    terms = question_of("屋顶漏水").terms
    assert any(way.needs & 1 << terms.index("'@.渗水'") for way in near)
    assert any(way.needs & 1 << terms.index("'@.顶楼'") for way in near)


def test_an_empty_word_inside_one_that_is_not_stays() -> None:
    """没有水 says what 停水 says."""
    assert "'@.停水'" in question_of("没有水").terms


def test_a_long_text_is_asked_for_by_what_it_begins_with() -> None:
    flood = "".join(map(chr, range(0x4E00, 0x4E00 + 5_000)))
    question = question_of(flood)
    assert len(question.terms) == MOST_TERMS
    assert len(question.sizes) <= MOST_READ
    assert question.terms[0] == f"'@.{flood[:2]}'"
    assert {way.means for way in question.ways} == {Means.DIRECT}
    assert {way.means for way in question_of(flood[:LONG]).ways} > {Means.DIRECT}


@given(st.one_of(anything, street_words))
def test_nothing_typed_can_become_an_operator(text: str) -> None:
    for term in question_of(text).terms:
        assert re.fullmatch(r"'@[!#.~^][^\W_]+'(:\*)?", term)
