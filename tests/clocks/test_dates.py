"""Dates carry the year when it is not the reader's, and always on paper."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from clocks.dates import (
    date_of_moment,
    date_words,
    day_words,
    moment_words,
    month_words,
    run_words,
    time_words,
)
from clocks.reading_moment import PAPER, Seen
from clocks.words import due_words, gap_words, late_words, when_words
from tests.clocks.factories import moment

NOW = moment("2026-12-30 16:30")
DAY, NEXT = date(2026, 11, 20), date(2027, 1, 4)


@pytest.mark.parametrize(
    ("day", "seen", "english", "chinese"),
    [
        (DAY, NOW, "20 November", "11月20日"),
        (DAY, NOW.date(), "20 November", "11月20日"),
        (NEXT, NOW, "4 January 2027", "2027年1月4日"),
        (DAY, moment("2027-01-01 00:00"), "20 November 2026", "2026年11月20日"),
        (DAY, PAPER, "20 November 2026", "2026年11月20日"),
    ],
)
def test_a_date_has_the_year_that_its_reader_needs(
    day: date, seen: Seen, english: str, chinese: str
) -> None:
    for language, words in (("en", english), ("zh-hans", chinese)):
        with override(language):
            assert date_words(day, seen) == words
            assert words in day_words(day, seen)
            assert words in moment_words(moment(f"{day} 09:05"), seen)
            assert date_of_moment(moment(f"{day} 09:05"), seen) == words
            assert words in run_words(day, day, seen)


def test_the_readers_year_is_that_of_shanghai() -> None:
    """At eight in the evening in London it is New Year there."""
    from datetime import UTC, datetime

    new_year = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)
    with override("en"):
        assert date_words(date(2027, 1, 1), new_year) == "1 January"
        assert date_words(date(2026, 12, 31), new_year) == "31 December 2026"


def test_days_on_both_sides_of_new_year_say_which_year() -> None:
    with override("zh-hans"):
        assert run_words(date(2026, 12, 31), NEXT, NOW) == "12月31日至2027年1月4日"
        assert run_words(date(2026, 12, 31), NEXT, PAPER) == "2026年12月31日至2027年1月4日"
        assert run_words(date(2026, 10, 1), date(2026, 10, 7), PAPER) == "2026年10月1日至7日"


def test_on_paper_nothing_is_said_by_its_distance() -> None:
    with override("zh-hans"):
        for then in ("2026-12-30 09:00", "2026-12-29 09:00"):
            assert when_words(moment(then), PAPER).startswith("2026年12月")
        assert (
            due_words(NOW.replace(hour=17, minute=0), NOW, paper=True)
            == "2026年12月30日（周三）17:00 前"
        )
        assert late_words(moment("2026-12-29 09:00"), NOW, paper=True) == (
            "本应 2026年12月29日（周二）09:00 前，已超时 1 天 7 小时"
        )


@pytest.mark.parametrize(
    ("due", "english", "chinese"),
    [
        (
            "2026-12-21 16:00",
            "was due by 21 December, 9 days overdue",
            "本应 12月21日前，已超时 9 天",
        ),
        (
            "2026-12-30 13:00",
            "was due by 13:00 today, 3 hours 30 minutes overdue",
            "本应今天 13:00 前，已超时 3 小时 30 分钟",
        ),
        (
            "2026-12-29 16:30",
            "was due by 16:30 yesterday, 1 day overdue",
            "本应昨天 16:30 前，已超时 1 天",
        ),
        (
            "2025-12-30 16:30",
            "was due by 30 December 2025, 365 days overdue",
            "本应 2025年12月30日前，已超时 365 天",
        ),
    ],
)
def test_what_is_late_says_the_date_that_was_promised(due: str, english: str, chinese: str) -> None:
    for language, words in (("en", english), ("zh-hans", chinese)):
        with override(language):
            assert late_words(moment(due), NOW) == words
            assert due_words(moment(due), NOW) == words


def test_a_month_and_a_time_of_day() -> None:
    with override("zh-hans"):
        assert month_words(date(2026, 11, 1)) == "2026年11月"
        assert time_words(moment("2026-11-01 09:05")) == "09:05"


def test_a_long_gap_is_said_in_weeks() -> None:
    from datetime import timedelta

    with override("zh-hans"):
        assert gap_words(timedelta(days=352)) == "50 周"
        assert gap_words(timedelta(days=28)) == "4 周"
        assert gap_words(timedelta(days=27, hours=3)) == "27 天"
        assert gap_words(timedelta(hours=5)) == "5 小时"
