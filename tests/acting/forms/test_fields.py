"""Days and times as people type them where no calendar opens."""

from datetime import date, datetime, time

import pytest
from django import forms

from acting.forms.fields import DayField, HourField, MomentField
from clocks.hours import SHANGHAI


@pytest.mark.parametrize(
    ("field", "typed", "meant"),
    [
        (DayField(), "２０２６-１２-０３", date(2026, 12, 3)),
        (DayField(), "2026－12－03\u200b", date(2026, 12, 3)),
        (HourField(), "１９：３０", time(19, 30)),
        (
            MomentField(),
            "２０２６-１２-０３T１９：３０",
            datetime(2026, 12, 3, 19, 30, tzinfo=SHANGHAI),
        ),
    ],
)
def test_wide_digits_and_signs_are_read(field: forms.Field, typed: str, meant: object) -> None:
    assert field.clean(typed) == meant
