"""Forms for the digits of a second factor."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.forms.code import DigitsForm, code_field

OF_THE_APP = _("Code from the authenticator app")
WRONG = _("The app shows six digits; a recovery code has eight.")


class FactorForm(DigitsForm):
    """The six digits of the app, or the eight of a recovery code."""

    wrong, lengths = WRONG, (6, 8)
    code = code_field(OF_THE_APP, WRONG)


class SetUpForm(DigitsForm):
    """The first six digits, which show that the app has the secret."""

    wrong = _("The app shows six digits.")
    code = code_field(OF_THE_APP, wrong)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The field has the focus only if its code was wrong.

        On the first visit a phone would scroll to it, past the steps that explain it.
        """
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs["autofocus"] = self.is_bound
