"""Why an act on a thing of the council is not open."""

from __future__ import annotations

from typing import TypeVar

from acting.acts import ActRow
from acting.refusals import NotOpen
from council.facts.viewer import Viewer
from council.refusals import NotYours, WrongState

Of = TypeVar("Of")


def why_closed(row: ActRow[Viewer, Of], viewer: Viewer, facts: Of) -> NotOpen | None:
    """None where it is theirs to do; whoever may not is told nothing of the state."""
    if not row.who(viewer, facts):
        return NotYours()
    return None if row.allows(facts) else WrongState()


def refuse_closed(row: ActRow[Viewer, Of], viewer: Viewer, facts: Of) -> None:
    """Raises NotYours or WrongState."""
    closed = why_closed(row, viewer, facts)
    if closed is not None:
        raise closed
