"""Days and times as people type them where no calendar opens."""

from datetime import date, datetime, time

import pytest
from django import forms
from django.utils import timezone

from acting.forms.fields import DayField, HourField, MomentField


@pytest.mark.parametrize(
    ("field", "typed", "meant"),
    [
        (DayField(), "２０２６-１２-０３", date(2026, 12, 3)),
        (DayField(), "2026－12－03\u200b", date(2026, 12, 3)),
        (HourField(), "１９：３０", time(19, 30)),
        (MomentField(), "２０２６-１２-０３T１９：３０", datetime(2026, 12, 3, 19, 30)),
    ],
)
def test_wide_digits_and_signs_are_read(field: forms.Field, typed: str, meant: object) -> None:
    read = field.clean(typed)
    assert (timezone.make_naive(read) if isinstance(read, datetime) else read) == meant
