"""The record of a council, as lines for those who read that something has changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from clocks.words import when_words
from council.presentation.kinds import sentence_of
from ledger.queries.timeline import news


def changes_of(stream: str, *, after: int | None, now: datetime) -> list[dict[str, Any]]:
    """What was recorded in `stream` after that entry, without the words and names of people."""
    return [
        {
            "iso": entry.happened_at.isoformat(),
            "when": when_words(entry.happened_at, now),
            "text": sentence_of(entry.kind, entry.version, entry.parameters),
            "who": "",
        }
        for entry in news(stream, after=after)
    ]
