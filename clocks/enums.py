"""Kinds of span, and kinds of day in the working calendar."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SpanKind(models.TextChoices):
    """How a length of time is counted."""

    HOURS = "hours", _("natural hours")
    WORKING_HOURS = "working_hours", _("working hours")
    WORKING_DAYS = "working_days", _("working days")


class DayKind(models.TextChoices):
    """Why a day is a working day or not."""

    WORKING = "working", _("working day")
    WEEKEND = "weekend", _("weekend")
    HOLIDAY = "holiday", _("public holiday")
    MAKE_UP = "make_up", _("make-up working day")
