from datetime import timedelta

import pytest
from django.utils.translation import override

from clocks.words import due_words, duration_words, overdue_words, when_words
from tests.clocks.factories import moment

NOW = moment("2026-11-20 16:30")  # a Friday


@pytest.mark.parametrize(
    ("length", "english", "chinese"),
    [
        (timedelta(), "less than a minute", "不到 1 分钟"),
        (timedelta(seconds=59), "less than a minute", "不到 1 分钟"),
        (timedelta(seconds=-5), "less than a minute", "不到 1 分钟"),
        (timedelta(minutes=1), "1 minute", "1 分钟"),
        (timedelta(minutes=59, seconds=59), "59 minutes", "59 分钟"),
        (timedelta(hours=1), "1 hour", "1 小时"),
        (timedelta(hours=3, minutes=20), "3 hours 20 minutes", "3 小时 20 分钟"),
        (timedelta(hours=5, minutes=59), "5 hours 59 minutes", "5 小时 59 分钟"),
        (timedelta(hours=16, minutes=14), "16 hours", "16 小时"),
        (timedelta(days=1), "1 day", "1 天"),
        (timedelta(days=2, hours=3, minutes=59), "2 days 3 hours", "2 天 3 小时"),
        (timedelta(days=6, hours=23), "6 days 23 hours", "6 天 23 小时"),
        (timedelta(days=7, hours=23), "7 days", "7 天"),
    ],
)
def test_a_length_is_said_as_people_speak_of_it(
    length: timedelta, english: str, chinese: str
) -> None:
    with override("en"):
        assert duration_words(length) == english
    with override("zh-hans"):
        assert duration_words(length) == chinese


@pytest.mark.parametrize(
    ("due", "english", "chinese"),
    [
        ("2026-11-20 16:30", "by 16:30 today", "今天 16:30 前"),
        ("2026-11-20 23:59", "by 23:59 today", "今天 23:59 前"),
        ("2026-11-21 00:00", "by 00:00 tomorrow", "明天 00:00 前"),
        ("2026-11-22 14:00", "by Sunday 14:00", "周日 14:00 前"),
        ("2026-11-24 14:00", "by Tuesday next week, 14:00", "下周二 14:00 前"),
        ("2026-11-29 14:00", "by Sunday next week, 14:00", "下周日 14:00 前"),
        ("2026-11-30 14:00", "by 30 November 14:00", "11月30日 14:00 前"),
        ("2027-01-04 17:30", "by 4 January 2027 17:30", "2027年1月4日 17:30 前"),
        (
            "2026-11-20 13:30",
            "was due by 13:30 today, 3 hours overdue",
            "本应今天 13:30 前，已超时 3 小时",
        ),
    ],
)
def test_a_deadline_is_said_as_people_say_it(due: str, english: str, chinese: str) -> None:
    with override("en"):
        assert due_words(moment(due), NOW) == english
    with override("zh-hans"):
        assert due_words(moment(due), NOW) == chinese


@pytest.mark.parametrize(
    ("then", "english", "chinese"),
    [
        ("2026-11-20 09:05", "today 09:05", "今天 09:05"),
        ("2026-11-19 23:59", "yesterday 23:59", "昨天 23:59"),
        ("2026-11-03 14:00", "3 November, 14:00", "11月3日 14:00"),
        ("2025-11-03 14:00", "3 November 2025, 14:00", "2025年11月3日 14:00"),
    ],
)
def test_a_past_moment_is_said_as_people_say_it(then: str, english: str, chinese: str) -> None:
    with override("en"):
        assert when_words(moment(then), NOW) == english
    with override("zh-hans"):
        assert when_words(moment(then), NOW) == chinese


def test_the_day_is_that_of_shanghai_wherever_the_server_stands() -> None:
    from datetime import UTC

    with override("en"):
        late = moment("2026-11-21 01:00").astimezone(UTC)
        assert due_words(late, NOW.astimezone(UTC)) == "by 01:00 tomorrow"
        assert overdue_words(NOW.astimezone(UTC), late) == "8 hours overdue"
