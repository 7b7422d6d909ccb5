from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.forms.words import WordsField
from issues.actions.confirm import confirm
from issues.enums.activity import Resolved, Satisfaction
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue

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


class ConfirmForm(ActForm):
    """解决了吗？ Each of the three big buttons leads here with its answer chosen."""

    act = Act.CONFIRM
    title = _("Is it solved?")
    done = _("Thank you. Your word is written down.")
    template_name_of_act = "issues/confirm.html"

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
    text = WordsField(
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

    @classmethod
    def initial_of(cls, asked: Mapping[str, str]) -> dict[str, Any]:
        return {"resolved": asked.get("resolved", "")}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("resolved") == Resolved.SOLVED:
            data["look_above"] = False
        return data

    def perform(self) -> Issue:
        data = self.cleaned_data
        return confirm(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            resolved=Resolved(data["resolved"]),
            satisfaction=Satisfaction(data["satisfaction"]) if data["satisfaction"] else None,
            text=data["text"],
            look_above=data["look_above"],
            seen=self.seen,
        )
