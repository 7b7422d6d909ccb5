"""Base of what gathers the changes of an act: its entries in the record and its notices."""

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
    """Written last, in the act's own transaction, so they exist if and only if its rows do."""

    now: datetime
    entries: list[NewEntry] = field(default_factory=list)
    tellings: list[Telling] = field(default_factory=list)

    def write_record(self) -> None:
        """Write the record, then the outbox, after the rows that the act changed (DESIGN §6)."""
        append(self.entries)
        put(notices_of(self.tellings, self.now), now=self.now)
