"""What an agenda and a talk do to the matters they are about: the one place where it is done.

The matter is locked after the sitting, never before. A rehearsal touches nothing.
"""

from __future__ import annotations

from accounts.models import User
from council.models import AgendaItem, Meeting


def came_on_agenda(meeting: Meeting, item: AgendaItem, *, actor: User) -> None:
    """Of a sitting that is called; called again when it moves to another day."""


def went_off_agenda(meeting: Meeting, item: AgendaItem, *, actor: User) -> None:
    """Taken off, put off until `item.postponed_to`, or the sitting was recalled or cancelled."""


def talked_over(meeting: Meeting, item: AgendaItem, *, actor: User) -> None:
    """A talk on the spot was written down."""
