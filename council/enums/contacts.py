"""How a member came to talk with a household, and what can be done with what they noted."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ContactWay(models.TextChoices):
    DOOR = "door", _("at their door")
    MET = "met", _("met on the way")
    PHONE = "phone", _("by phone")
    MESSAGE = "message", _("by message")


class ContactAct(models.TextChoices):
    """A file each in `actions/contacts/`."""

    PLAN = "plan", _("plan the month")
    DROP = "drop", _("take it off the list")
    WRITE = "write", _("write down a contact")
    RAISE = "raise", _("raise it as a matter")
    FORGET = "forget", _("delete the note")
