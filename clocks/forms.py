"""Forms of the administrators: working hours, and the days of a notice."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.words import WordsField
from clocks.hours import HoursError, WorkingHours
from clocks.models import CalendarRevision, Schedule
from clocks.rules import check_days
from clocks.yearly_notice import NoticeError, parse_notice


class ScheduleForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Schedule
        fields = ["name", "periods"]

    def clean_periods(self) -> str:
        try:
            return str(WorkingHours.parse(self.cleaned_data["periods"]))
        except HoursError as error:
            raise forms.ValidationError(str(error)) from error


class RevisionForm(forms.ModelForm):  # type: ignore[type-arg]
    days = WordsField(
        label=_("days"),
        widget=forms.Textarea(attrs={"rows": 14, "cols": 60}),
        help_text=_(
            "One day or run of days a line: 2027-02-05/2027-02-11, 休, 春节. "
            "休 is a day off, 班 a make-up working day, 撤 takes back what was said of a day."
        ),
    )

    class Meta:
        model = CalendarRevision
        fields = ["year", "note"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "days" not in cleaned or self.errors:
            return cleaned
        try:
            cleaned["days"] = parse_notice(cleaned["days"])
            check_days(cleaned["days"], year=cleaned.get("year"))
        except NoticeError as error:
            self.add_error("days", [*error.problems])
        return cleaned
