"""Calls for ideas."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CallState(models.TextChoices):
    """Told by the days of the call, and never stored."""

    TO_COME = "to_come", _("call to come")
    OPEN = "open", _("call open")
    OVER = "over", _("call over")


class CallAct(models.TextChoices):
    """A file each in `actions/calls/`."""

    OPEN = "open", _("open a call")
    CLOSE = "close", _("close a call")
    CHOOSE = "choose", _("choose an idea")
