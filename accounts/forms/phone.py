"""The form for the number that the code is sent to."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts import phones
from accounts.forms.words import WordsField

WRONG = _("Please enter an 11-digit mobile number of mainland China, such as 138 0013 8000.")


class PhoneForm(forms.Form):
    """It needs no key, since a number gets one code a minute."""

    phone = WordsField(
        label=_("Your mobile number"),
        max_length=60,
        error_messages={
            "required": _("Please enter your mobile number."),
            "max_length": WRONG,
            "null_characters_not_allowed": WRONG,
        },
        widget=forms.TelInput(
            attrs={"autocomplete": "tel", "inputmode": "tel", "data-fresh": True}
        ),
    )

    def clean_phone(self) -> str:
        try:
            return phones.normalise(self.cleaned_data["phone"])
        except phones.NotAMobile as error:
            raise forms.ValidationError(WRONG, code="not_a_mobile") from error
