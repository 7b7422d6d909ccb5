"""The form for an e-mail address."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from accounts import addresses
from accounts.forms.words import WordsField

WRONG = _("Please enter a whole e-mail address, such as name@example.com.")
LONGEST = 254


class EmailForm(forms.Form):
    """It needs no key, since an address gets one code a minute."""

    email = WordsField(
        label=_("Your e-mail address"),
        max_length=LONGEST,
        error_messages={
            "required": _("Please enter your e-mail address."),
            "max_length": WRONG,
            "null_characters_not_allowed": WRONG,
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
    )

    def clean_email(self) -> str:
        address = addresses.normalise(self.cleaned_data["email"])
        try:
            validate_email(address)
        except ValidationError as error:
            raise ValidationError(WRONG, code="not_an_address") from error
        return address
