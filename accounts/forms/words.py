"""The field for whatever people type."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.sentences import TOO_LONG, UNKEPT
from accounts.words import as_stored, in_a_line

# What gettext_lazy gives is taken for a string by the fields.
Text = Any


class WordsField(forms.CharField):
    """Text as we keep it, before its length is measured and before it is asked whether it is empty.

    All text fields of all forms are of this kind (tests/house/test_words.py), so that what shows
    nothing is empty everywhere, and a browser and we count alike.
    """

    default_error_messages = {
        "required": _("Please fill this in."),
        "max_length": TOO_LONG,
        "null_characters_not_allowed": UNKEPT,
    }

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            kept = as_stored if isinstance(self.widget, forms.Textarea) else in_a_line
            value = kept(value)
        return super().to_python(value)
