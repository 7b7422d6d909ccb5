"""Acts to record, invented."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from ledger.new_entry import NewEntry

NOON = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)


def act(stream: str = "issue:one", **changes: Any) -> NewEntry:
    given: dict[str, Any] = {
        "stream": stream,
        "kind": "issue.raised",
        "actor_id": 7,
        "happened_at": NOON,
        "public": True,
        "parameters": {"class": "small", "photos": 2},
        "texts": {"words": "楼道灯不亮"},
    }
    return NewEntry(**(given | changes))
