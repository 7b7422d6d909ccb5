"""What has waited for the engine for longest, so that nobody thinks it well while it is dead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Greatest

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
    yield Waits.CLOCK, _oldest_clock(now)
    yield Waits.DELIVERY, oldest_waiting(now)
    yield Waits.ENTRY, oldest_unsealed()


def _oldest_clock(now: datetime) -> datetime | None:
    """What could not be swept was looked at, and is shown at its desk: it waits from its next try
    on, however long it has been due.
    """
    due = Deadline.objects.to_wake(now).order_by("wake_at")
    failed = SweepFailure.objects.filter(issue=OuterRef("issue"))
    fresh = due.exclude(Exists(failed)).values_list("wake_at", flat=True).first()
    of_it = due.filter(issue=OuterRef("issue")).values("wake_at")[:1]
    tried = SweepFailure.objects.filter(next_try_at__lte=now).annotate(woke=Subquery(of_it))
    again = tried.exclude(woke=None).annotate(since=Greatest("next_try_at", "woke"))
    since = again.order_by("since").values_list("since", flat=True).first()
    return min((at for at in (fresh, since) if at is not None), default=None)
