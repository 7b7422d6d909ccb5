"""What comes first, and what is only close."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from issues.search.question import question_of
from issues.search.ranking import Ranked, first_close, ranked
from issues.search.terms import Field, lexemes


def rank(question: str, *texts: str, titles: tuple[str, ...] = ()) -> Ranked:
    """Of matters with these texts, by their numbers from 0; what the database would answer."""
    asked = question_of(question)
    groups: dict[int, list[int]] = {}
    for key, text in enumerate(texts):
        words: dict[Field, list[str]] = {field: [] for field in Field}
        words[Field.ANYWHERE] = [text]
        words[Field.TITLE] = [titles[key]] if titles else []
        stored = lexemes("@", words)
        has = 0
        for at, term in enumerate(asked.terms):
            begins, plain = term.endswith(":*"), term.removesuffix(":*").strip("'")
            if any(one.startswith(plain) if begins else one == plain for one in stored):
                has |= 1 << at
        if has:
            groups.setdefault(has, []).append(key)
    return ranked(asked, groups, most_close=9)


def test_all_of_the_question_comes_first_and_a_part_is_close() -> None:
    found = rank("3号楼电梯", "5号楼电梯坏了", "3号楼，电梯坏了", "路灯不亮", "3号楼漏水")
    assert found.exact == [1]
    assert set(found.close) == {0, 3}


def test_two_words_at_different_places_are_all_of_it() -> None:
    """No text need hold the pair that stands where the words of the question meet."""
    assert rank("楼道杂物", "杂物堆在楼道里", "楼道灯").exact == [0]


def test_a_character_between_words_may_stand_elsewhere_but_not_two() -> None:
    assert rank("楼道堆杂物", "杂物堆在楼道里", "楼道里有杂物").exact == [0]
    assert rank("下水道", "下水管道").exact == [0]
    assert rank("楼道路灯", "路过楼道，没有灯").exact == []


def test_a_number_belongs_to_what_follows_it() -> None:
    assert rank("3号楼", "8号楼3单元").exact == []


def test_words_that_carry_nothing_do_not_decide() -> None:
    found = rank("电梯坏了怎么办", "门坏了，怎么办", "电梯停了")
    assert (found.exact, found.close) == ([1], [])


def test_half_of_a_word_comes_after_the_whole_one() -> None:
    assert rank("太阳能", "阳台漏水", "太阳能热水器坏了").exact == [1, 0]
    assert rank("着火", "火锅店油烟", "楼道着火了").exact[0] == 1


def test_a_hyphened_word_is_found_with_and_without_its_hyphen() -> None:
    assert rank("wifi", "Wi-Fi信号差").exact == [0]
    assert rank("Wi-Fi", "WiFi信号差").exact == [0]


def test_what_few_have_tells_more_than_what_all_have() -> None:
    texts = ["小区路灯", "小区门口", "小区花园", "小区垃圾", "涵洞"]
    assert rank("小区涵洞积水", *texts).close[0] == 4


def test_a_title_tells_more_than_a_text() -> None:
    found = rank("电梯", "等电梯的时候", "门口", titles=("楼道灯", "电梯"))
    assert found.exact == [1, 0]


def test_another_word_for_the_same_is_close() -> None:
    found = rank("漏水", "墙上渗水", "路灯")
    assert (found.exact, found.close) == ([], [0])


def test_latin_is_found_by_its_beginning() -> None:
    assert rank("wifi", "活动室的WiFi6连不上", "wide").exact == [0]
    assert rank("wifi6", "WiFi 6", "wifi").exact == []
    assert rank("wifi6", "WiFi6").exact == [0]


@given(st.integers(0, 30), st.integers(0, 30), st.integers(1, 7))
def test_the_heading_stands_once_before_the_first_that_is_close(
    exact: int, close: int, size: int
) -> None:
    found = Ranked(list(range(exact)), list(range(exact, exact + close)))
    pages = range(1, -(-(exact + close) // size) + 1)
    begins = [(page, at) for page in pages if (at := first_close(found, page, size)) is not None]
    on_page = {page: found.keys[(page - 1) * size : page * size] for page in pages}
    assert [on_page[page][at] for page, at in begins if on_page[page][0] < exact] == (
        [exact] if close and exact % size else []
    )
    # A page that begins with such begins with the heading.
    later = [page for page, keys in on_page.items() if keys[0] >= exact]
    assert [page for page, at in begins if at == 0] == later
