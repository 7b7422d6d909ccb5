"""Fields that acts of several apps share."""

from __future__ import annotations

from datetime import date
from typing import Any
from unicodedata import normalize

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.choices import ChoiceField
from accounts.forms.words import Text, WordsField
from accounts.words import in_a_line

LONG = 2000
OLDEST_YEAR, LATEST_YEAR = 1900, 2199
# Above what is folded away where only the moment is asked for.
NOT_NOW = _("Not just now? Give the time")
NOT_CHOSEN = {"required": _("Please choose one.")}


def text_field(label: Text, *, rows: int = 4, most: int = LONG, **kwargs: Any) -> WordsField:
    widget = forms.Textarea(attrs={"rows": rows, "data-enter": ""})
    empty = {"required": _("Please write a sentence here.")}
    return WordsField(label=label, max_length=most, widget=widget, error_messages=empty, **kwargs)


def line(label: Text, *, most: int, **kwargs: Any) -> WordsField:
    empty = {"required": _("Please fill this in.")}
    return WordsField(label=label, max_length=most, error_messages=empty, **kwargs)


def believable(day: date) -> None:
    """A slip of the keyboard, as 0202 or 20266, is no year; sums with it would lead nowhere."""
    if not OLDEST_YEAR <= day.year <= LATEST_YEAR:
        raise forms.ValidationError(_("The year can't be meant. Please look at it again."))


class _TypedTime(forms.Field):
    """Where no calendar opens, days and times are typed: in full width, or with a wide colon."""

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = normalize("NFKC", in_a_line(value))
        return super().to_python(value)


class DayField(_TypedTime, forms.DateField):
    default_validators = [believable]


class MomentField(_TypedTime, forms.DateTimeField):
    default_validators = [believable]


class HourField(_TypedTime, forms.TimeField):
    pass


def moment(label: Text, **kwargs: Any) -> forms.DateTimeField:
    """A moment in Asia/Shanghai, to the minute."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    wrong = dict.fromkeys(("required", "invalid"), _("Please give the day and the time."))
    return MomentField(label=label, widget=widget, error_messages=wrong, **kwargs)


def moment_field(label: Text) -> forms.DateTimeField:
    """Things done out of doors can be written down in the evening; empty means now."""
    return moment(
        label,
        required=False,
        help_text=_("Leave it empty for now. Done earlier, written down later: give the time."),
    )


def day_field(label: Text, **kwargs: Any) -> forms.DateField:
    """A day in Asia/Shanghai."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    wrong = dict.fromkeys(("required", "invalid"), _("Please give the day."))
    return DayField(label=label, widget=widget, error_messages=wrong, **kwargs)


def choice(label: Text, choices: Any, **kwargs: Any) -> ChoiceField:
    return ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, error_messages=NOT_CHOSEN, **kwargs
    )
