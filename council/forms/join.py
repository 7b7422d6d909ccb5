"""The code with which a sitting is joined."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.words import WordsField
from grids.codes import plain_code


class JoinByCodeForm(forms.Form):
    code = WordsField(
        label=_("The code at the table"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        error_messages={"required": _("Type the code that is shown at the table.")},
    )

    def clean_code(self) -> str:
        return plain_code(str(self.cleaned_data["code"]))
