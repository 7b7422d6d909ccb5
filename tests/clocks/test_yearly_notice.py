from datetime import date

import pytest

from clocks.yearly_notice import NewDay, NoticeError, parse_notice


def test_a_run_of_days_is_read_day_by_day() -> None:
    assert parse_notice("2027-02-05/2027-02-07, 休, 春节, Spring Festival") == [
        NewDay(date(2027, 2, day), False, "春节", "Spring Festival") for day in (5, 6, 7)
    ]


def test_the_english_name_of_a_known_holiday_is_filled_in() -> None:
    assert parse_notice("2027-02-14,班,春节") == [
        NewDay(date(2027, 2, 14), True, "春节", "Spring Festival")
    ]


def test_what_a_chinese_keyboard_writes_is_understood() -> None:
    assert parse_notice("2027-10-01至2027-10-02，休，国庆节") == [
        NewDay(date(2027, 10, day), False, "国庆节", "National Day") for day in (1, 2)
    ]


def test_comments_and_empty_lines_are_passed_over() -> None:
    assert parse_notice("# 国办发明电\n\n2027-01-01,off,元旦\n") == [
        NewDay(date(2027, 1, 1), False, "元旦", "New Year's Day")
    ]


def test_a_day_taken_back_is_plain_again() -> None:
    assert parse_notice("2027-02-05/2027-02-06, 撤") == [
        NewDay(date(2027, 2, 5), True),  # a Friday
        NewDay(date(2027, 2, 6), False),
    ]


def test_every_line_that_cannot_be_read_is_named() -> None:
    with pytest.raises(NoticeError) as caught:
        parse_notice(
            "2027-02-30,休,春节\n"
            "2027-02-05,休,春节\n"
            "2027-02-06,maybe,春节\n"
            "2027-02-07/2027-02-01,休,春节\n"
            "2027-02-07/2027-12-01,休,春节\n"
            "2027-02-08\n"
        )
    problems = caught.value.problems
    named = [
        ("1", "2027-02-30"),
        ("3", "maybe"),
        ("4", "2027-02-01"),
        ("5", "2027-12-01"),
        ("6", ""),
    ]
    for problem, (line, word) in zip(problems, named, strict=True):
        assert line in problem.partition(word)[0] if word else line in problem
        assert word in problem
