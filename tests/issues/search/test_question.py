"""What is asked of what somebody typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from issues.search.question import (
    LONG,
    MOST_NEAR,
    MOST_READ,
    MOST_TERMS,
    Means,
    Question,
    question_of,
)
from issues.search.words import ALIKE, LEADS
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
        ("有没有地方停车？怎么办", ["'停车'"]),
        ("俺们这儿道上净是水坑", ["'水坑'"]),
        ("消防通道上停车", ["'消防'", "'防通'", "'通道'", "'道上'", "'上停'", "'停车'"]),
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


def near_of(typed: str) -> set[str]:
    """What is asked of `typed` in other words, each by its pairs."""
    asked = question_of(typed)
    near = [way.needs for way in asked.ways if way.means == Means.NEAR]
    terms = (term for at, term in enumerate(asked.terms) if any(one >> at & 1 for one in near))
    return {term.replace("@.", "").strip("':*") for term in terms if "@." in term}


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("凉亭漏雨", "停暖"), ("夏天纳凉", "停暖"), ("冷库噪音", "不热"), ("暖气不热", "凉"),
        ("暖气不热", "冷"),
        ("停水", "水压"), ("水压低", "停水"), ("花盆", "掉落"), ("花盆挡路", "高空"),
        ("墙皮掉落", "花盆"),
        ("下水道堵住", "堵车"), ("下水道堵住", "占道"), ("宠物", "狗"), ("异味", "臭"),
        ("噪音", "吵"),
        ("儿童", "娃"), ("天狗", "宠物"), ("争吵", "噪音"),
        ("椅子坏了", "没处"), ("睡不着觉", "睡岗"),
        ("椅子坏了", "堆放"), ("冷库噪音", "暖气"), ("没得到答复", "停水"),
    ],
)  # fmt: skip
def test_what_is_not_the_same_is_not_asked_for(typed: str, other: str) -> None:
    assert other not in near_of(typed)


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("暖气不热", "太冷"), ("家里冷", "不热"), ("停水", "没水"), ("水压低", "水小"),
        ("宠物", "遛狗"),
        ("异味", "发臭"), ("高空坠物", "花盆"), ("往下扔", "掉落"), ("放学堵车", "堵住"),
        ("占道", "堵住"), ("楼洞里堆破烂", "楼道"), ("楼洞里堆破烂", "杂物"), ("没处坐", "歇脚"),
        ("上茅房", "公厕"), ("电驴子", "电动"), ("摔跤", "绊倒"),
        ("冇水", "停水"), ("没得水用", "停水"), ("烂椅子", "堆放"), ("屋头冷", "暖气"),
        ("电棒子", "路灯"), ("阴沟", "下水"), ("树趴着", "倒柳"),
    ],
)  # fmt: skip
def test_what_means_the_same_is(typed: str, other: str) -> None:
    assert other in near_of(typed)


def test_a_word_for_people_tells_no_more_than_a_character() -> None:
    """Whom it happens to is said by many; what is wrong is what somebody looks for."""
    assert sum(question_of("老头老太太没处坐").sizes) == 2 + len("没处坐")
    assert question_of("没处坐").sizes == [1, 1, 1]


def test_no_word_for_the_same_has_one_character() -> None:
    every = [*ALIKE, *(words for both in LEADS for words in both)]
    assert [word for words in every for word in words if len(word) < 2] == []


SENTENCES = [
    "小区门口路灯不亮老人看不见摔倒",
    "楼道杂物堵住单元门，老人孩子出不来",
    "电动车充电桩着火冒烟谁管",
]


@pytest.mark.parametrize("typed", SENTENCES)
def test_a_sentence_is_asked_by_what_residents_call_it_too(typed: str) -> None:
    asked = question_of(typed)
    direct, said, label = (
        [way.covers for way in asked.ways if way.means == means]
        for means in (Means.DIRECT, Means.SAID, Means.LABEL)
    )
    assert said == direct == label
    assert any(way.means == Means.NEAR for way in asked.ways)
    assert len(near_of(typed)) <= MOST_NEAR + 1


LONG_SENTENCES = [*SENTENCES, "小区西门南边绿化带井盖松动车辆经过响声扰民"]


@pytest.mark.parametrize("typed", LONG_SENTENCES)
def test_a_sentence_is_asked_by_the_parts_of_its_words_and_in_other_words_too(typed: str) -> None:
    means = [way.means for way in question_of(typed).ways]
    assert means.count(Means.WEAK) >= 5
    assert means.count(Means.SAID) == means.count(Means.DIRECT)


def test_of_many_words_for_the_same_each_word_of_a_sentence_has_some() -> None:
    near = near_of("小区门口路灯不亮老人看不见摔倒")
    assert {"街灯", "灯黑", "大爷"} <= near


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
