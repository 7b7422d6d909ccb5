"""What is said where something cannot be kept as it was typed or chosen."""

from django import forms
from django.utils.translation import gettext_lazy as _

TOO_LONG = _("At most %(limit_value)d characters, please; now there are %(show_value)d.")
UNKEPT = _("There are characters in it that cannot be kept. Please type it again.")
NOT_OFFERED = _("Please choose from what is offered.")
CHOICES = (
    forms.ChoiceField,
    forms.MultipleChoiceField,
    forms.ModelChoiceField,
    forms.ModelMultipleChoiceField,
)


def too_long(said: str, most: int) -> str:
    return str(TOO_LONG) % {"limit_value": most, "show_value": len(said)}


def say_what_is_offered() -> None:
    """Django repeats what was sent instead of a choice, however long it is.

    Called before any form is made: a field takes its sentences along.
    """
    said = dict.fromkeys(("invalid_choice", "invalid_list", "invalid_pk_value"), NOT_OFFERED)
    for field in CHOICES:
        field.default_error_messages = {**field.default_error_messages, **said}
