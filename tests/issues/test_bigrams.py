import re
import unicodedata

import pytest
from django.db import connection
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from issues.bigrams import (
    LONGEST_WORD,
    MOST_ASKED,
    MOST_BYTES,
    NEAR,
    dice,
    grams,
    normalise,
    overlap_query,
    search_query,
    search_text,
)

anything = st.text(st.characters(), max_size=80)
han = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=20)
street_words = st.text(
    st.sampled_from("电梯坏了三号楼漏水路灯不亮 ,，。305AbÜ'&|!():*\\\0"), max_size=30
)
on_the_database = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("电梯坏了", "电梯 梯坏 坏了 了"),
        ("电梯", "电梯 梯"),
        ("梯", "梯"),
        ("3号楼电梯", "3 号楼 楼电 电梯 梯"),
        ("A栋WIFI坏", "a 栋 wifi 坏"),
        ("电梯，电梯！", "电梯 梯"),
        ("Ｋ１２３", "k123"),
        ("电\u200b梯\ufe0f", "电梯 梯"),
        ("snake_case", "snake case"),
        ("𠮷野家", "𠮷野 野家 家"),
        ("", ""),
        ("?!。、🙂", ""),
    ],
)
def test_what_is_indexed(text: str, terms: str) -> None:
    assert search_text(text) == terms


def test_title_and_text_are_indexed_together_each_term_once() -> None:
    assert search_text("电梯", "电梯坏") == "电梯 梯 梯坏 坏"


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("电梯坏了", "'电梯' & '梯坏' & '坏了'"),
        ("梯", "'梯':*"),
        ("电梯 3号楼", "'电梯' & '3' & '号楼'"),
        ("x", "'x'"),
        ("WiFi", "'wifi'"),
        ("  ", ""),
        ("'); DROP TABLE issues; --", "'drop' & 'table' & 'issues'"),
        ("'电' | !'梯':*", "'电':* & '梯':*"),
    ],
)
def test_what_is_asked(typed: str, query: str) -> None:
    assert search_query(typed) == query


def test_the_overlap_asks_for_any_pair() -> None:
    assert overlap_query("电梯坏") == "'电梯' | '梯坏'"
    assert overlap_query("。") == ""


def test_long_inputs_are_cut() -> None:
    assert len(search_query("".join(map(chr, range(0x4E00, 0x5E00)))).split(" & ")) == MOST_ASKED
    assert search_text("x" * 10_000) == "x" * LONGEST_WORD
    flood = "".join(map(chr, range(0x4E00, 0x9FA5))) + "".join(map(chr, range(0x20000, 0x2A6D0)))
    assert len(search_text(flood, flood[::-1], flood[::2], flood[::3]).encode()) <= MOST_BYTES


@given(anything)
@example("İẞǰΐŐﬃ㍿ς")
@example("e\u200b\u0301")
@example("\ud800电\0梯")
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(anything)
@example("电梯坏")
def test_indexing_what_was_indexed_keeps_every_term(text: str) -> None:
    terms = search_text(text).split()
    # Each pair ends a run of its own now, so tails may come; nothing may go.
    assert set(terms) <= set(search_text(" ".join(terms)).split())


@given(st.one_of(anything, street_words))
def test_nothing_typed_can_become_an_operator(text: str) -> None:
    term = r"'[^\W_]+'(:\*)?"
    assert re.fullmatch(rf"({term}( & {term})*)?", search_query(text))
    assert re.fullmatch(rf"({term}( \| {term})*)?", overlap_query(text))
    assert not re.search(r"['\\\0:&|!()<>*]", search_text(text))
    search_text(text).encode()


@given(anything)
def test_width_capitals_and_hidden_characters_make_no_difference(text: str) -> None:
    assume(not any(unicodedata.combining(character) for character in text))
    assert search_text("\u200b".join(text)) == search_text(text)


def matches(text: str, query: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT to_tsvector('simple', %s) @@ to_tsquery('simple', %s)",
            [search_text(text), query],
        )
        found: bool = cursor.fetchone()[0]
    return found


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("电梯", True),
        ("梯", True),
        ("了", True),
        ("号楼电梯又坏", True),
        ("坏了 电梯", True),
        ("3号楼", True),
        ("梯电", False),
        ("电坏", False),
        ("5号楼", False),
        ("路灯", False),
        ("电梯 路灯", False),
    ],
)
def test_the_database_finds_by_pairs(typed: str, found: bool) -> None:
    assert matches("3号楼电梯又坏了", search_query(typed)) is found


@pytest.mark.django_db
@on_the_database
@given(han, st.data())
def test_every_piece_of_a_text_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert matches(f"前{text}后", search_query(text[start:end]))


@pytest.mark.django_db
@on_the_database
@given(st.one_of(anything, street_words), st.one_of(anything, street_words))
def test_the_database_takes_whatever_was_typed(text: str, typed: str) -> None:
    matches(text, search_query(typed))
    matches(text, overlap_query(typed))


@given(anything, anything)
def test_similarity_is_symmetric_and_between_nothing_and_one(one: str, other: str) -> None:
    assert 0 <= dice(grams(one), grams(other)) == dice(grams(other), grams(one)) <= 1


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
