"""What is sent: the parts of a screen as one audience sees them, and what is one's own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from uuid import UUID


@dataclass(frozen=True)
class Frame:
    """Shared by all who see the same, so that it is drawn and written once."""

    meeting: UUID
    version: int
    parts: Mapping[str, str]
    # By person, in letters.
    own: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def written(self) -> dict[str, str]:
        """Each part as JSON, by name."""
        return {
            name: f"{json.dumps(name)}:{json.dumps(html, ensure_ascii=False)}"
            for name, html in self.parts.items()
        }

    def text(self, person: int | None, *, now: datetime, after: Frame | None = None) -> str:
        """As JSON on one line, without the parts that did not change `after` another frame.

        `now` is told when it is sent and not when it was drawn: clocks are set by it.
        """
        shown = after.parts if after else {}
        changed = ",".join(
            text for name, text in self.written.items() if shown.get(name) != self.parts[name]
        )
        return (
            f'{{"meeting":"{self.meeting}","version":{self.version},'
            f'"now":{milliseconds(now)},"own":"{self.own_of(person)}","parts":{{{changed}}}}}'
        )

    def own_of(self, person: int | None) -> str:
        return self.own.get(person, "") if person is not None else ""


def milliseconds(now: datetime) -> int:
    return int(now.timestamp() * 1000)
