from datetime import date

import pytest

from clocks.rules import check_days
from clocks.yearly_notice import NewDay, NoticeError

HOLIDAY = NewDay(date(2027, 2, 5), False, "春节", "Spring Festival")
MADE_UP = NewDay(date(2027, 2, 14), True, "春节", "Spring Festival")


def test_a_holiday_its_make_up_day_and_a_day_taken_back_are_accepted() -> None:
    check_days([HOLIDAY, MADE_UP, NewDay(date(2027, 3, 1), True)], year=2027)
    check_days([NewDay(date(2027, 2, 6), False, "春节", "Spring Festival")], year=None)


@pytest.mark.parametrize(
    ("days", "year", "named"),
    [
        ([], None, ""),
        ([HOLIDAY, HOLIDAY], None, "2027-02-05"),
        ([HOLIDAY, NewDay(HOLIDAY.day, True)], None, "2027-02-05"),
        ([NewDay(date(2027, 2, 8), True, "春节")], None, "2027-02-08"),
        ([NewDay(date(2027, 2, 8), False)], None, "2027-02-08"),
        ([NewDay(date(2027, 2, 14), True)], None, "2027-02-14"),
        ([NewDay(date(1999, 2, 8), False, "春节")], None, "1999"),
        ([HOLIDAY], 1999, "1999"),
        ([HOLIDAY], 2028, "2028"),
        ([MADE_UP], 2027, "2027"),
        ([NewDay(date(2027, 2, 8), False, "春" * 41)], None, "40"),
        ([NewDay(date(2027, 2, 8), False, "春节", "S" * 61)], None, "60"),
    ],
)
def test_days_that_contradict_themselves_are_refused(
    days: list[NewDay], year: int | None, named: str
) -> None:
    with pytest.raises(NoticeError) as caught:
        check_days(days, year=year)
    assert [named in problem for problem in caught.value.problems] == [True]


def test_everything_wrong_is_said_at_once() -> None:
    with pytest.raises(NoticeError) as caught:
        check_days([HOLIDAY, HOLIDAY, NewDay(date(2027, 2, 8), False)], year=2028)
    assert len(caught.value.problems) == 3
