"""What is recorded and told of an act: base of all that gathers changes and writes them once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from grids.queries.seats import notices_of
from grids.telling import Telling
from ledger.actions.append import append
from ledger.new_entry import NewEntry
from notifications.actions.put import put


@dataclass(slots=True, kw_only=True)
class RecordedAndTold:
    """Entries and notices exist if and only if the act's own rows do: same transaction, last."""

    now: datetime
    entries: list[NewEntry] = field(default_factory=list)
    tellings: list[Telling] = field(default_factory=list)

    def write_record(self) -> None:
        """After the rows that the act changed: record, then outbox (DESIGN §6)."""
        append(self.entries)
        put(notices_of(self.tellings, self.now), now=self.now)
