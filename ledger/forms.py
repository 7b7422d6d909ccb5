from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.words import WordsField


class ReceiptForm(forms.Form):
    """A receipt's digits, or at least the first 16 of them, in any grouping."""

    receipt = WordsField(
        label=_("Digits of the receipt"),
        help_text=_("The first 16 are enough. Spaces and capitals don't matter."),
        max_length=200,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}
        ),
    )

    def clean_receipt(self) -> str:
        digits = re.sub(r"[\s-]", "", self.cleaned_data["receipt"]).lower()
        if not re.fullmatch("[0-9a-f]{16,64}", digits):
            raise forms.ValidationError(
                _("A receipt has 16 to 64 digits, each 0 to 9 or a to f. Please compare again.")
            )
        return digits

    def refuse(self, *, several: bool) -> None:
        message: Any = (
            _("More than one receipt begins like this. Please enter more digits.")
            if several
            else _("No entry of the record has this receipt. Please compare the digits again.")
        )
        self.add_error("receipt", message)
