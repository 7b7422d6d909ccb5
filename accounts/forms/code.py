"""Forms for the six digits of a code."""

import re
import unicodedata
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.words import WordsField

WRONG = _("The code has six digits. Please look at the message again.")


def digits_in(typed: str) -> str:
    """Of any width, with anything between them that people put there."""
    return re.sub(r"[\s\-.]", "", unicodedata.normalize("NFKC", typed))


class CodeForm(forms.Form):
    """Accepts digits of any width, with anything between them."""

    code = WordsField(
        label=_("Code from the message"),
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
                "autofocus": True,
                "data-fresh": True,
            }
        ),
    )

    def clean_code(self) -> str:
        digits = digits_in(self.cleaned_data["code"])
        if not re.fullmatch(r"[0-9]{6}", digits):
            raise forms.ValidationError(WRONG, code="not_a_code")
        return digits


class MailCodeForm(CodeForm):
    """The same for a code that came by e-mail."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["code"].label = _("Code from the e-mail")
