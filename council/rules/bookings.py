"""Who books a venue, and who changes what is booked."""

from __future__ import annotations

from council.facts.bookings import BookingFacts, VenueFacts
from council.facts.viewer import Viewer
from council.rules.meetings import records_talk
from grids.enums import Role


def looks_after_venue(viewer: Viewer, venue: VenueFacts) -> bool:
    """The grid's head, and staff and lead of the community."""
    roles = (Role.GRID_HEAD, Role.STAFF, Role.LEAD)
    return viewer.standing.holds_over(*roles, path=venue.path)


def books(viewer: Viewer, venue: VenueFacts) -> bool:
    """Who works in the grid or for its community, and members of the councils there."""
    return (
        looks_after_venue(viewer, venue)
        or viewer.standing.holds_over(Role.GRID_WORKER, path=venue.path)
        or any(one.council_id in viewer.councils for one in venue.councils)
    )


def talks_here(viewer: Viewer, venue: VenueFacts) -> bool:
    """Whoever books it, if a council there takes the note of their talk; otherwise nobody would."""
    return books(viewer, venue) and any(records_talk(viewer, one) for one in venue.councils)


def changes_booking(viewer: Viewer, booking: BookingFacts) -> bool:
    """Whoever booked it, while they may still book there, or who looks after the venue."""
    theirs = viewer.user_id is not None and viewer.user_id == booking.booked_by
    return looks_after_venue(viewer, booking.venue) or (theirs and books(viewer, booking.venue))
