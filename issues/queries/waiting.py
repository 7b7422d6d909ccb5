"""What has waited for the engine for longest, so that nobody thinks it well while it is dead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.db.models import Exists, OuterRef

from accounts.queries.clock import database_now
from issues.models import Deadline, SweepFailure
from ledger.queries.unsealed import oldest_unsealed
from notifications.queries.outbox import oldest_waiting

# Three intervals until the watch looks, one until it does, and one to do it in.
PATIENCE = 5


class Waits(StrEnum):
    CLOCK = "clock"
    DELIVERY = "delivery"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Waiting:
    what: Waits
    seconds: int

    @property
    def is_too_long(self) -> bool:
        return self.seconds > PATIENCE * settings.SWEEP_SECONDS


def oldest_waits() -> list[Waiting]:
    """Of each kind, the oldest that is due by the database's clock; a probe of an index each."""
    now = database_now()
    return [
        Waiting(what, int((now - since) / timedelta(seconds=1)))
        for what, since in _since(now)
        if since is not None
    ]


def _since(now: datetime) -> Iterator[tuple[Waits, datetime | None]]:
    # What could not be swept was looked at, and is shown at its desk.
    failed = Exists(SweepFailure.objects.filter(issue=OuterRef("issue"), next_try_at__gt=now))
    due = Deadline.objects.to_wake(now).exclude(failed).order_by("wake_at")
    yield Waits.CLOCK, due.values_list("wake_at", flat=True).first()
    yield Waits.DELIVERY, oldest_waiting(now)
    yield Waits.ENTRY, oldest_unsealed()
