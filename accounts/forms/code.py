"""Forms for the digits of a code, whatever brings it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.words import Text, WordsField

WRONG = _("The code has six digits. Please look at the message again.")


def code_field(label: Text, wrong: Text) -> WordsField:
    """Wide enough for digits with spaces between; `wrong` is said of what is no code."""
    return WordsField(
        label=label,
        max_length=60,
        error_messages={
            "required": _("Please enter the code."),
            "max_length": wrong,
            "null_characters_not_allowed": wrong,
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


class DigitsForm(forms.Form):
    """Accepts digits of any width, with anything between them that people put there."""

    wrong: ClassVar[Text] = WRONG
    lengths: ClassVar[tuple[int, ...]] = (6,)

    def clean_code(self) -> str:
        typed = unicodedata.normalize("NFKC", self.cleaned_data["code"])
        digits = re.sub(r"[\s\-.]", "", typed)
        if not re.fullmatch("[0-9]+", digits) or len(digits) not in self.lengths:
            raise forms.ValidationError(self.wrong, code="not_a_code")
        return digits


class CodeForm(DigitsForm):
    """The six digits that came to the phone."""

    code = code_field(_("Code from the message"), WRONG)


class MailCodeForm(CodeForm):
    """The same for a code that came by e-mail."""

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.fields["code"].label = _("Code from the e-mail")
