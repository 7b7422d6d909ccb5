"""What can be done with a booking, and by whom."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from acting.acts import ActRow
from council.enums.bookings import BookingAct
from council.facts.bookings import BookingFacts
from council.facts.viewer import Viewer
from council.rules.bookings import changes_booking


def is_ahead(facts: BookingFacts) -> bool:
    """What is booked for a sitting moves and goes with the sitting."""
    return facts.is_ahead and not facts.of_sitting


def why_not(facts: BookingFacts) -> str:
    if facts.of_sitting:
        return _("It is booked for a sitting: move or cancel the sitting instead.")
    return ""


BookingActRow = ActRow[Viewer, BookingFacts]

BOOKING_ACTS: Mapping[BookingAct, BookingActRow] = {
    BookingAct.MOVE: BookingActRow(
        who=changes_booking,
        when=is_ahead,
        why_not=why_not,
        label=gettext_lazy("Change the time"),
        icon="calendar-clock",
    ),
    BookingAct.CANCEL: BookingActRow(
        who=changes_booking,
        when=is_ahead,
        why_not=why_not,
        label=gettext_lazy("Cancel it"),
        icon="calendar-x",
    ),
}
