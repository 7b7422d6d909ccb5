from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """Ways out of the house; the notices page itself needs none."""

    SMS = "sms", _("Text message")
    EMAIL = "email", _("E-mail")


class DeliveryState(models.TextChoices):
    """WAITING is the only state that changes; the others end a delivery."""

    WAITING = "waiting", _("Waiting")
    SENT = "sent", _("Sent")
    FAILED = "failed", _("Failed")
    DROPPED = "dropped", _("Not sent")


class DropReason(models.TextChoices):
    """Why a delivery was given up, mostly without trying."""

    NO_PHONE = "no_phone", _("This person has no phone number any more.")
    NO_ADDRESS = "no_address", _("This person has no e-mail address any more.")
    INACTIVE = "inactive", _("This person's account is closed.")
    TOLD = "told", _("Failed, and told in person since.")
    READ = "read", _("Already read on the notices page.")
