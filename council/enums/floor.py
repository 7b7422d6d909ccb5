"""Who speaks for what, and where a speech stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Side(models.TextChoices):
    FOR = "for", _("for it")
    AGAINST = "against", _("against it")
    NEITHER = "neither", _("without a side")


class SpeechState(models.TextChoices):
    """Read from the times of a speech; stored nowhere."""

    ASKED = "asked", _("waits")
    SPEAKING = "speaking", _("speaks")
    PAUSED = "paused", _("paused")
    ENDED = "ended", _("has spoken")
    WITHDRAWN = "withdrawn", _("gave up the floor")
