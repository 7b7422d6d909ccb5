"""Notices about the calendar of a venue."""

from django.utils.translation import gettext_lazy as _

from council.notices.words import renderers

VENUES = renderers(
    {
        "booked": (
            _("{venue} has been booked"),
            _("From {at} until {until}. The calendar says for what."),
        ),
        "booking_moved": (
            _("A booking of {venue} was moved"),
            _("It is now from {at} until {until}."),
        ),
        "booking_cancelled": (
            _("A booking of {venue} was cancelled"),
            _("The place is free again from {at} until {until}."),
        ),
    }
)
