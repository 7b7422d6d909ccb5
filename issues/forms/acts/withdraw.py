from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.choices import ChoiceField
from accounts.forms.words import WordsField
from issues.actions.withdraw import withdraw
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue

SETTLED, NO_WISH, MISTAKE, OTHER = "settled", "no_wish", "mistake", "other"
REASONS = (
    (SETTLED, _("It has settled itself")),
    (NO_WISH, _("I no longer want it handled")),
    (MISTAKE, _("I said it wrongly or twice")),
    (OTHER, _("Another reason")),
)


class WithdrawForm(ActForm):
    """It has its own page, so that nobody withdraws an issue by a slip of the thumb."""

    act = Act.WITHDRAW
    title = _("Take it back")
    done = _("You have taken it back. You can raise it again at any time.")
    template_name_of_act = "issues/withdraw.html"

    reason = ChoiceField(
        label=_("Why do you take it back?"),
        choices=REASONS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose a reason."),
                        "invalid_choice": _("Please choose a reason.")},
    )  # fmt: skip
    text = WordsField(
        label=_("Anything else to say?"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 300}),
        error_messages={"max_length": _("Please keep it under 300 characters.")},
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("reason") == OTHER and not data.get("text", ""):
            self.add_error("text", _("Please write the reason in a few words."))
        return data

    def reason_words(self) -> str:
        """The reason as stored, once the form is valid."""
        chosen = self.cleaned_data["reason"]
        label = "" if chosen == OTHER else str(dict(REASONS)[chosen])
        written = self.cleaned_data["text"]
        if label and written:
            return str(_("{who}: {words}")).format(who=label, words=written)
        return label or written

    def perform(self) -> Issue:
        return withdraw(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            reason=self.reason_words(),
            seen=self.seen,
        )
