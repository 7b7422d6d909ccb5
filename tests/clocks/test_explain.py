import pytest
from django.utils.translation import override

from clocks.calendar import Day, WorkCalendar
from clocks.explain import explain
from clocks.recompute import recompute
from clocks.spans import due
from clocks.sums import Span
from tests.clocks.factories import CALENDAR, HOURS, hours, moment, working_days, working_hours


def said(start: str, span: Span, language: str, calendar: WorkCalendar = CALENDAR) -> list[str]:
    reckoned = due(moment(start), span, calendar=calendar, hours=HOURS)
    with override(language):
        return explain(reckoned.as_basis(), moment(start))


SUMS = [
    (
        "2026-11-20 16:30",
        working_hours(4),
        [
            "从 11月20日（周五）16:30 算起，4 个工作小时。",
            "只算上班时间：08:30–12:00、13:30–17:30。",
            "11月21日（周六）、22日（周日）不上班，没有计入。",
            "所以最晚是 11月23日（周一）11:30。",
        ],
        [
            "Counted from Friday 20 November 16:30: 4 working hours.",
            "Only working hours count: 08:30–12:00, 13:30–17:30.",
            "Saturday 21 and Sunday 22 November are not working days and do not count.",
            "So it is due by Monday 23 November 11:30 at the latest.",
        ],
    ),
    (
        "2026-09-28 09:00",
        working_days(10),
        [
            "从 9月28日（周一）09:00 算起，10 个工作日，当天不算，算到最后一天 17:30 下班为止。",
            "10月1日至7日国庆节放假，没有计入。",
            "10月10日（周六）是国庆节调休上班日，计入。",
            "10月11日（周日）不上班，没有计入。",
            "所以最晚是 10月16日（周五）17:30。",
        ],
        [
            "Counted from Monday 28 September 09:00: 10 working days. "
            "That day itself does not count; the last one ends at 17:30.",
            "1 to 7 October: public holiday (National Day), not counted.",
            "Saturday 10 October is a make-up working day for National Day and counts.",
            "Sunday 11 October is not a working day and does not count.",
            "So it is due by Friday 16 October 17:30 at the latest.",
        ],
    ),
    (
        "2026-11-20 16:30",
        hours(24),
        [
            "从 11月20日（周五）16:30 算起，24 小时，夜里和休息日也照算。",
            "所以最晚是 11月21日（周六）16:30。",
        ],
        [
            "Counted from Friday 20 November 16:30: 24 hours, day and night, days off included.",
            "So it is due by Saturday 21 November 16:30 at the latest.",
        ],
    ),
    (
        "2026-11-20 16:30",
        working_days(30),
        [
            "从 11月20日（周五）16:30 算起，30 个工作日，当天不算，算到最后一天 17:30 下班为止。",
            "中间 7 个周末（共 14 天）不上班，没有计入。",
            "2027年1月1日（周五）元旦放假，没有计入。",
            "2027 年的放假安排还没公布，这个时间是暂定的，公布后会重算，不会提前。",
            "所以最晚是 2027年1月4日（周一）17:30。",
        ],
        [
            "Counted from Friday 20 November 16:30: 30 working days. "
            "That day itself does not count; the last one ends at 17:30.",
            "7 weekends on the way (14 days) do not count.",
            "Friday 1 January 2027: public holiday (New Year's Day), not counted.",
            "The holidays of 2027 are not published yet, so this time is provisional. "
            "It will be worked out again then, and never moved earlier.",
            "So it is due by Monday 4 January 2027 17:30 at the latest.",
        ],
    ),
    (
        "2025-01-27 10:00",
        working_hours(8),
        [
            "从 1月27日（周一）10:00 算起，8 个工作小时。",
            "只算上班时间：08:30–12:00、13:30–17:30。",
            "1月28日至2月4日春节放假，没有计入。",
            "所以最晚是 2月5日（周三）10:30。",
        ],
        [
            "Counted from Monday 27 January 10:00: 8 working hours.",
            "Only working hours count: 08:30–12:00, 13:30–17:30.",
            "28 January to 4 February: public holiday (Spring Festival), not counted.",
            "So it is due by Wednesday 5 February 10:30 at the latest.",
        ],
    ),
]

NAMES = [f"{start} {span.amount} {span.kind}" for start, span, _chinese, _english in SUMS]


@pytest.mark.parametrize(("start", "span", "chinese", "english"), SUMS, ids=NAMES)
def test_a_sum_is_explained_in_english(
    start: str, span: Span, chinese: list[str], english: list[str]
) -> None:
    assert said(start, span, "en") == english


@pytest.mark.parametrize(("start", "span", "chinese", "english"), SUMS, ids=NAMES)
def test_a_sum_is_explained_in_chinese(
    start: str, span: Span, chinese: list[str], english: list[str]
) -> None:
    assert said(start, span, "zh-hans") == chinese


def test_holidays_next_to_each_other_are_named_together() -> None:
    sentences = said("2025-09-30 10:00", working_days(1), "en")
    assert sentences[1] == (
        "1 to 8 October: public holiday (National Day, Mid-autumn Festival), not counted."
    )
    assert said("2025-09-30 10:00", working_days(1), "zh-hans")[1] == (
        "10月1日至8日国庆节、中秋节放假，没有计入。"
    )


def test_a_weekend_across_two_months_names_both() -> None:
    sentences = said("2026-10-30 10:00", working_days(1), "en")
    assert sentences[1].startswith("Saturday 31 October and Sunday 1 November are not")


def test_a_holiday_of_another_year_is_named_with_it() -> None:
    sentences = said("2025-12-31 10:00", working_days(1), "en")
    assert sentences[1:3] == [
        "1 to 3 January 2026: public holiday (New Year's Day), not counted.",
        "Sunday 4 January 2026 is a make-up working day for New Year's Day and counts.",
    ]


def test_hours_and_minutes_are_both_said() -> None:
    assert said("2026-11-20 09:00", working_hours(1, 30), "en")[0].endswith(
        "1 working hour 30 minutes."
    )
    assert said("2026-11-20 09:00", working_hours(0, 30), "en")[0].endswith("30 working minutes.")


def test_a_promise_that_was_kept_says_what_it_would_have_been() -> None:
    promised = due(moment("2026-12-30 10:00"), working_days(2), calendar=CALENDAR, hours=HOURS)
    sunday = promised.due.date().replace(day=3)
    calendar = WorkCalendar({sunday: Day(working=True)}, CALENDAR.years | {2027}, revision=1)
    with override("en"):
        sentences = explain(
            recompute(promised.as_basis(), calendar).as_basis(), moment("2026-12-30 10:00")
        )
    assert sentences[-2:] == [
        "By the holidays as published it would be Friday 1 January 2027 17:30, "
        "but a time once given is not moved earlier.",
        "So it is due by Monday 4 January 2027 17:30 at the latest.",
    ]


def test_a_date_that_someone_gave_has_no_sum_to_explain() -> None:
    assert explain({"kind": "promise"}, moment("2026-12-30 10:00")) == []
