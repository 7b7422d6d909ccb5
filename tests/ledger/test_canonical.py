from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from ledger.canonical import NotCanonicalError, canonical, moment, read_canonical


def test_members_are_sorted_and_nothing_is_escaped_that_need_not_be() -> None:
    value = {"b": [1, True, None], "a": '珠玑东 42 号 "/\\ \n\x1f\x7f', "A": -7}
    written = '{"A":-7,"a":"珠玑东 42 号 \\"/\\\\ \\n\\u001f\x7f","b":[1,true,null]}'
    assert canonical(value) == written.encode()


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
