from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """How a notice is sent to a person, besides being shown on the notices page."""

    SMS = "sms", _("Text message")
    EMAIL = "email", _("E-mail")


class DeliveryState(models.TextChoices):
    """WAITING is the state to send from; a delivery in another state is not sent by itself."""

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
    REPLACED = "replaced", _("A newer notice took its place.")


class What(models.TextChoices):
    """What an open page learns: it came, became urgent or late, was taken away by a clock."""

    CAME = "came"
    URGENT = "urgent"
    LATE = "late"
    TAKEN = "taken"
    CHANGED = "changed"
