from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from ledger.canonical import (
    LARGEST_INTEGER,
    NotCanonicalError,
    canonical,
    moment,
    read_canonical,
)

# Whatever may be recorded: any sign but NUL and halves of pairs, whole numbers, plain names.
WORDS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))
NUMBERS = st.integers(-LARGEST_INTEGER, LARGEST_INTEGER)
NAMES = st.from_regex(r"[A-Za-z0-9_.:-]{1,80}", fullmatch=True)
BODIES = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS,
    lambda inside: st.lists(inside, max_size=6) | st.dictionaries(NAMES, inside, max_size=6),
    max_leaves=40,
)
# Also what is refused: each half of the judgement has something to judge.
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(st.text(max_size=90) | NAMES, inside, max_size=4)
    ),
    max_leaves=12,
)


def test_members_are_sorted_and_nothing_is_escaped_that_need_not_be() -> None:
    value = {"b": [1, True, None], "a": '珠玑东 42 号 "/\\ \n\x1f\x7f', "A": -7}
    written = '{"A":-7,"a":"珠玑东 42 号 \\"/\\\\ \\n\\u001f\x7f","b":[1,true,null]}'
    assert canonical(value) == written.encode()


@given(BODIES)
@example('\U0001f600 \u2028\u2029\x7f\x80\ufeff\ufffe \x01\x1f\b\t\n\f\r"\\/')
@example({"a.b": 1, "a-b": 2, "a:b": 3, "a_b": 4, "aB": 5, "a1": 6, "A": 7, "ab": 8})
@example([-LARGEST_INTEGER, LARGEST_INTEGER, 0, -1, True, False, None])
def test_another_hand_at_rfc_8785_writes_the_same_bytes(body: Any) -> None:
    assert canonical(body) == rfc8785.dumps(body)


@given(ANYTHING)
def test_what_is_accepted_at_all_is_written_as_rfc_8785_says_and_reads_back(body: Any) -> None:
    try:
        written = canonical(body)
    except NotCanonicalError:
        return
    assert written == rfc8785.dumps(body)
    assert read_canonical(written) == body


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        float("nan"),
        2**53,
        "\x00",
        "\ud800",
        {"键": 1},
        {"": 1},
        {1: 1},
        b"x",
        {"a": [{"b": 0.5}]},
    ],
)
def test_what_has_no_single_form_is_refused(value: object) -> None:
    with pytest.raises(NotCanonicalError):
        canonical(value)


def test_what_was_written_reads_back() -> None:
    value = {"texts": {"words": "一二三"}, "n": 2**53 - 1}
    assert read_canonical(canonical(value)) == value


@pytest.mark.parametrize(
    "body",
    [
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a":1.0}',
        b'{"a":NaN}',
        b'{"a":01}',
        b'{"a":"\\u0041"}',
        b'{"a":"\\u0000"}',
        b'{"a":1}\n',
        b'\xef\xbb\xbf{"a":1}',
        b'{"a":"\xff"}',
        b"",
        b"[" * 100_000,
    ],
)
def test_any_other_bytes_that_say_the_same_are_refused(body: bytes) -> None:
    with pytest.raises(NotCanonicalError):
        read_canonical(body)


def test_a_moment_is_utc_with_six_digits() -> None:
    shanghai = timezone(timedelta(hours=8))
    assert moment(datetime(2026, 11, 23, 6, 30, tzinfo=shanghai)) == "2026-11-22T22:30:00.000000Z"
    assert len(moment(datetime(2026, 1, 1, tzinfo=UTC))) == 27
    with pytest.raises(NotCanonicalError):
        moment(datetime(2026, 1, 1))  # noqa: DTZ001
