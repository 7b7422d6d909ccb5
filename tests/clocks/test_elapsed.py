from datetime import datetime, timedelta

import pytest

from tests.clocks.elapsed import working_time
from tests.clocks.factories import CALENDAR, HOURS, moment


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        ("2026-11-20 09:00", "2026-11-20 10:15", 75),
        ("2026-11-20 11:30", "2026-11-20 14:00", 60),
        ("2026-11-20 16:30", "2026-11-23 11:30", 240),
        ("2026-11-21 00:00", "2026-11-22 23:59", 0),
        ("2026-09-30 17:00", "2026-10-10 09:00", 30 + 450 * 2 + 30),
        ("2026-11-20 10:00", "2026-11-20 09:00", 0),
    ],
)
def test_working_time_leaves_out_lunch_nights_and_days_off(
    start: str, end: str, minutes: int
) -> None:
    measured = working_time(moment(start), moment(end), calendar=CALENDAR, hours=HOURS)
    assert measured == timedelta(minutes=minutes)


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 11, 20, 9, 0)  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        working_time(moment("2026-11-20 08:00"), naive, calendar=CALENDAR, hours=HOURS)
