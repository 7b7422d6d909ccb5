"""Offices act in office hours, at whatever hour the demo is made."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

import pytest

from clocks.hours import SHANGHAI
from demo.telling.moments import on, work, work_after, work_before

FRIDAY = datetime(2026, 11, 20, 16, 30, tzinfo=SHANGHAI)
MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=SHANGHAI)

pytestmark = pytest.mark.django_db


def test_working_minutes_skip_the_night_and_the_weekend() -> None:
    assert work_after(FRIDAY, 90) == MONDAY + timedelta(minutes=30)


def test_counting_back_undoes_counting_forward() -> None:
    for amount in (1, 59, 240, 451, 2000):
        assert work_before(work_after(FRIDAY, amount), amount) == FRIDAY


def test_counting_back_from_a_sunday_night_begins_on_friday() -> None:
    sunday = datetime(2026, 11, 22, 23, 0, tzinfo=SHANGHAI)
    assert work_before(sunday, 60) == FRIDAY


def test_an_hour_of_a_working_day_is_never_before_the_step_before() -> None:
    dice = Random(1)
    assert on(1, "09:00")(FRIDAY, dice).date() == MONDAY.date()
    assert on(0, "09:00")(FRIDAY, dice) > FRIDAY
    assert work(5)(FRIDAY, dice) == FRIDAY + timedelta(minutes=5)
