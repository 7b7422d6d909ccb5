"""Read the security log, wherever it was written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


def lines_in(path: Path) -> Iterator[str]:
    """Of a file, or of all files of days in a folder, the oldest first."""
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
        with file.open(encoding="utf-8", errors="replace") as lines:
            yield from lines


def chosen(
    lines: Iterable[str], *, since: datetime | None = None, kind: str = "", person: str = ""
) -> Iterator[dict[str, Any]]:
    """The entries among `lines` that are asked for; other lines of a common log are passed over.

    Of a `person` those too that tell what somebody did to them.
    What a log of containers puts before an entry is passed over too. `since` is aware.
    """
    for line in lines:
        entry = _read(line)
        if entry is None or (kind and entry["kind"] != kind):
            continue
        if person and person not in (entry.get("person"), entry.get("of")):
            continue
        if since is None or datetime.fromisoformat(entry["at"]) >= since.astimezone(UTC):
            yield entry


def _read(line: str) -> dict[str, Any] | None:
    start = line.find('{"at":')
    if start < 0:
        return None
    try:
        entry = json.loads(line[start:])
        at = datetime.fromisoformat(entry["at"])
    except (ValueError, KeyError, TypeError):
        return None
    return entry if at.tzinfo is not None and "kind" in entry else None
