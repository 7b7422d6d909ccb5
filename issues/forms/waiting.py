"""A few words, by which the sender of a draft is known."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.words import WordsField


class WaitingForm(forms.Form):
    """It needs no key: the words are compared, and only a few tries are left."""

    words = WordsField(
        label=_("A few words from it, as they were written"),
        max_length=400,
        help_text=_("The first sentence, for example. Nobody else is shown what it says."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Write a few words that stand in it.")},
    )
