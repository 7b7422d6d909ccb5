"""Bookings of venues."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BookingStatus(models.TextChoices):
    BOOKED = "booked", _("booked")
    CANCELLED = "cancelled", _("cancelled")


class BookingAct(models.TextChoices):
    """What can be done with the calendar of a venue: a file each in `actions/venues/`."""

    BOOK = "book", _("book a venue")
    TALK_HERE = "talk-here", _("take a venue for a talk at once")
    MOVE = "move", _("move a booking")
    CANCEL = "cancel", _("cancel a booking")
