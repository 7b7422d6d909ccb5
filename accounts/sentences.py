"""What is said where something cannot be kept as it was typed or chosen."""

from django.utils.translation import gettext_lazy as _

TOO_LONG = _("At most %(limit_value)d characters, please; now there are %(show_value)d.")
UNKEPT = _("There are characters in it that cannot be kept. Please type it again.")
NOT_OFFERED = _("Please choose from what is offered.")


def too_long(said: str, most: int) -> str:
    return str(TOO_LONG) % {"limit_value": most, "show_value": len(said)}
