"""Write down in the security log who tried what is not theirs."""

from __future__ import annotations

from accounts.security_log import note_refused
from acting.refusals import NotYours, Refused


def note_if_not_theirs(refused: Refused, *, person: int | None, act: str, thing: str = "") -> None:
    """That a thing has moved on meanwhile is nobody's attempt. `thing` is a reference or a path."""
    if isinstance(refused, NotYours):
        note_refused(person=person, act=act, thing=thing)
