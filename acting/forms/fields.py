"""Fields that acts of several apps share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONG = 2000
# Above what is folded away where only the moment is asked for.
NOT_NOW = _("Not just now? Give the time")
NOT_CHOSEN = {"required": _("Please choose one.")}
# What gettext_lazy gives is taken for a string by the fields.
Text = Any


def text_field(label: Text, *, rows: int = 4, most: int = LONG, **kwargs: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows, "data-enter": ""})
    empty = {"required": _("Please write a sentence here.")}
    return forms.CharField(
        label=label, max_length=most, widget=widget, error_messages=empty, **kwargs
    )


def line(label: Text, *, most: int, **kwargs: Any) -> forms.CharField:
    empty = {"required": _("Please fill this in.")}
    return forms.CharField(label=label, max_length=most, error_messages=empty, **kwargs)


def moment(label: Text, **kwargs: Any) -> forms.DateTimeField:
    """A moment in Asia/Shanghai, to the minute."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    wrong = dict.fromkeys(("required", "invalid"), _("Please give the day and the time."))
    return forms.DateTimeField(label=label, widget=widget, error_messages=wrong, **kwargs)


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
    return forms.DateField(label=label, widget=widget, error_messages=wrong, **kwargs)


def choice(label: Text, choices: Any, **kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=choices, widget=forms.RadioSelect, error_messages=NOT_CHOSEN, **kwargs
    )
