"""What can be done with a booking, and by whom."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from acting.acts import ActRow
from acting.refusals import NotOpen
from council.enums.bookings import BookingAct
from council.facts.bookings import BookingFacts, VenueFacts
from council.facts.viewer import Viewer
from council.refusals import NotYours, WrongState
from council.rules.bookings import books, changes_booking, talks_here


def why_not_booked(act: str, viewer: Viewer, venue: VenueFacts) -> NotOpen | None:
    """Why the person may not book the venue; None if they may."""
    if not books(viewer, venue):
        return NotYours()
    if act == BookingAct.TALK_HERE and not talks_here(viewer, venue):
        return WrongState(_("There is no council here that could keep what is said."))
    return None


def is_ahead(facts: BookingFacts) -> bool:
    """Whether it can still be moved or cancelled here; a sitting's booking follows its sitting."""
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
