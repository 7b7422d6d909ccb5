"""What rules ask of a sitting before and after it runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from council.enums.meetings import MeetingKind, MeetingState
from council.facts.councils import CouncilFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """What is asked of a sitting before and after it runs."""

    council: CouncilFacts
    kind: MeetingKind
    state: MeetingState
    chair_id: int | None
    recorder_id: int | None
    convened_by_id: int
    # Paths of the bodies of all its councils, the host's among them.
    paths: tuple[str, ...]
    starts_at: datetime
    now: datetime
    has_items: bool = True
    # None of its councils has ended.
    all_sit_on: bool = True
    # The one that follows it is booked.
    has_next: bool = False
    # Everybody has been told of it once: it does not become its makers' own again.
    was_called: bool = False
    # Whether the person who asks stands on its roll.
    on_roll: bool = False
    rehearsal: bool = False
