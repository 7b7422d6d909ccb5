"""What residents say to a matter: something more, their word, or that they take it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from acting.forms.submission import SubmissionMixin
from issues.enums import Resolved, Satisfaction
from issues.forms.photos import PhotosForm

RESOLVED_CHOICES = (
    (Resolved.SOLVED.value, pgettext_lazy("word", "Solved")),
    (Resolved.PARTLY.value, pgettext_lazy("word", "Partly solved")),
    (Resolved.NOT.value, pgettext_lazy("word", "Not solved")),
)
SATISFACTION_CHOICES = (
    (Satisfaction.SATISFIED.value, pgettext_lazy("word", "Satisfied")),
    (Satisfaction.FAIRLY.value, pgettext_lazy("word", "Fairly satisfied")),
    (Satisfaction.NOT.value, pgettext_lazy("word", "Not satisfied")),
)
SETTLED, NO_WISH, MISTAKE, OTHER = "settled", "no_wish", "mistake", "other"
REASONS = (
    (SETTLED, _("It has settled itself")),
    (NO_WISH, _("I no longer want it handled")),
    (MISTAKE, _("I said it wrongly or twice")),
    (OTHER, _("Another reason")),
)


class SeenMixin(forms.Form):
    """The version a page was drawn from, and the last entry of the record that it showed."""

    version = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    entry = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)


class SupportForm(SubmissionMixin):
    pass


class AddForm(SubmissionMixin, PhotosForm):
    text = forms.CharField(
        label=_("What would you like to add?"),
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": 2000}),
        max_length=2000,
        help_text=_("What you saw, since when, what has changed. No names or door numbers needed."),
        error_messages={
            "required": _("Write what you would like to add."),
            "max_length": _("Please keep it under 2,000 characters."),
        },
    )


class ConfirmForm(SubmissionMixin, SeenMixin):
    resolved = forms.ChoiceField(
        label=_("Is it solved?"),
        choices=RESOLVED_CHOICES,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Please choose one: solved, partly, or not."),
            "invalid_choice": _("Please choose one: solved, partly, or not."),
        },
    )
    satisfaction = forms.ChoiceField(
        label=_("Are you satisfied with how it was handled?"),
        choices=SATISFACTION_CHOICES,
        required=False,
        widget=forms.RadioSelect,
    )
    text = forms.CharField(
        label=_("Anything else to say?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 1000}),
        help_text=_("Only those who work on it read this."),
        error_messages={"max_length": _("Please keep it under 1,000 characters.")},
    )
    look_above = forms.BooleanField(
        label=_("Please let the next level up look at it"),
        help_text=_("Otherwise those who did it make it good first."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("resolved") == Resolved.SOLVED:
            data["look_above"] = False
        return data


class WithdrawForm(SubmissionMixin, SeenMixin):
    reason = forms.ChoiceField(
        label=_("Why do you take it back?"),
        choices=REASONS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose a reason."),
                        "invalid_choice": _("Please choose a reason.")},
    )  # fmt: skip
    text = forms.CharField(
        label=_("Anything else to say?"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 300}),
        error_messages={"max_length": _("Please keep it under 300 characters.")},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("reason") == OTHER and not data.get("text", "").strip():
            self.add_error("text", _("Please write the reason in a few words."))
        return data

    def reason_words(self) -> str:
        """What is kept of a valid form."""
        chosen = self.cleaned_data["reason"]
        label = "" if chosen == OTHER else str(dict(REASONS)[chosen])
        written = self.cleaned_data["text"].strip()
        return " ".join(part for part in (label, written) if part)
