"""Forms for the digits of a second factor."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.code import digits_in
from accounts.forms.words import WordsField

WRONG = _("The app shows six digits; a recovery code has eight.")


def factor_field(**more: Any) -> WordsField:
    return WordsField(
        label=_("Code from the authenticator app"),
        max_length=60,
        error_messages={
            "required": _("Please enter the code."),
            "max_length": WRONG,
            "null_characters_not_allowed": WRONG,
        },
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "class": "code-input",
                "data-fresh": True,
                "autofocus": True,
            }
        ),
        **more,
    )


class FactorForm(forms.Form):
    """The six digits of the app, or the eight of a recovery code."""

    code = factor_field()

    def clean_code(self) -> str:
        digits = digits_in(self.cleaned_data["code"])
        if not re.fullmatch(r"[0-9]{6}|[0-9]{8}", digits):
            raise forms.ValidationError(WRONG, code="not_a_code")
        return digits


class SetUpForm(forms.Form):
    """The first six digits, which show that the app has the secret."""

    code = factor_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The field has the focus only if its code was wrong.

        On the first visit a phone would scroll to it, past the steps that explain it.
        """
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["autofocus"] = self.is_bound

    def clean_code(self) -> str:
        digits = digits_in(self.cleaned_data["code"])
        if not re.fullmatch(r"[0-9]{6}", digits):
            raise forms.ValidationError(_("The app shows six digits."), code="not_a_code")
        return digits
