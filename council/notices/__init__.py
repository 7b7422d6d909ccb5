"""What people read about councils: every `council.*` notice in words.

The parameters carry no names of people: they name the council's body and a date; the rest stands
on the page behind the link.
"""

from __future__ import annotations

from collections.abc import Mapping

from council.notices.calls import CALLS
from council.notices.contacts import CONTACTS
from council.notices.members import MEMBERS
from council.notices.minutes import MINUTES
from council.notices.pledges import PLEDGES
from council.notices.sittings import SITTINGS
from council.notices.venues import VENUES
from grids.queries.names import venue_names
from notifications.rendering import Renderer, register, register_names

RENDERERS: Mapping[str, Renderer] = {
    **CALLS,
    **CONTACTS,
    **MEMBERS,
    **MINUTES,
    **PLEDGES,
    **SITTINGS,
    **VENUES,
}


def register_notices() -> None:
    """Once, when the app is ready. The names of bodies are looked up by `issues` already."""
    register_names({"venue", "place"}, venue_names)
    for kind, render in RENDERERS.items():
        register(f"council.{kind}", 1, render)
