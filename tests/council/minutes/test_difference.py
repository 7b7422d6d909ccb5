from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from council.minutes.difference import difference


def read(before: str, after: str) -> str:
    signs = {"same": "{}", "in": "[+{}]", "out": "[-{}]"}
    return "".join(signs[one.kind].format(one.text) for one in difference(before, after))


def test_chinese_is_compared_sign_by_sign_and_words_as_a_whole() -> None:
    assert read("周四抽水", "周五抽水") == "周[-四][+五]抽水"
    assert read("at 15:30 o'clock", "at 16:30 o'clock") == "at [-15][+16]:30 o'clock"


def test_a_paragraph_more_is_shown_as_one() -> None:
    assert read("一\n三", "一\n二\n三") == "一\n[+二\n]三"


@given(st.text("周敏ab1 \n", max_size=40), st.text("周敏ab1 \n", max_size=40))
def test_nothing_is_lost_between_two_versions(before: str, after: str) -> None:
    pieces = difference(before, after)
    assert "".join(one.text for one in pieces if one.kind != "in") == before
    assert "".join(one.text for one in pieces if one.kind != "out") == after


def test_long_minutes_with_a_small_change_take_no_time() -> None:
    lines = [f"第{number}段，{'议' * 80}" for number in range(200)]
    began = time.monotonic()
    difference("\n".join(lines), "\n".join([*lines[:-1], "改了"]))
    assert time.monotonic() - began < 1
