"""The record of a council, as lines for those who read that something has changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from clocks.words import when_words
from council.presentation.kinds import sentence_of
from ledger.queries.timeline import timeline

# What is shown where it is not known what the page had shown.
FEW = 3


def changes_of(stream: str, *, after: int | None, now: datetime) -> list[dict[str, Any]]:
    """What was recorded in `stream` after that entry, without the words and names of people."""
    entries = timeline(stream)
    newer = [] if after is None else [entry for entry in entries if entry.number > after]
    return [
        {
            "iso": entry.happened_at.isoformat(),
            "when": when_words(entry.happened_at, now),
            "text": sentence_of(entry.kind, entry.version, entry.parameters),
            "who": "",
        }
        for entry in newer or entries[-FEW:]
    ]
