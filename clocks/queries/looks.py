"""When the engine looked last, by the database's clock alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Exists
from django.db.models.functions import Now

from accounts.queries.clock import database_now
from clocks.models import Look, Standstill

# After this many missed looks in a row the watch looks instead, and pages say so.
MISSED = 3
# If one of these is not done, clocks, the record or messages stand still.
ENGINE = ("issues.tasks.sweep", "ledger.tasks.seal", "notifications.tasks.deliver")
# Seconds by which a look may come early, at most.
EARLY = 150.0


@dataclass(frozen=True, slots=True)
class Looks:
    """What is known at `now` of the tasks that were ever asked for.

    `is_noted` is True while a standstill is written down that has no end yet.
    """

    now: datetime
    known: Mapping[str, Look]
    is_noted: bool = False

    def stands_still(self, task: str) -> bool:
        look = self.known.get(task)
        return look is not None and self.now - look.engine_at > missed_for(task)

    def is_for_the_watch(self, task: str) -> bool:
        """True if the engine leaves the task undone and the watch has not just done it."""
        if not self.stands_still(task):
            return False
        done = self.known[task].watch_at
        return done is None or self.now - done >= nearly(task)

    @property
    def engine_stands_still(self) -> bool:
        return any(self.stands_still(task) for task in ENGINE)

    @property
    def watch_stands_still(self) -> bool:
        """True if even the watch does not do what the engine leaves undone."""
        done = [self.known[task].watch_at for task in ENGINE if self.stands_still(task)]
        long = max(missed_for(task) for task in ENGINE)
        return any(at is None or self.now - at > long for at in done)

    @property
    def engine_at(self) -> datetime:
        """The oldest last look among the engine's tasks."""
        return min(self.known[task].engine_at for task in ENGINE if task in self.known)


def looks() -> Looks:
    """One statement."""
    told = Standstill.objects.filter(ended_at__isnull=True)
    rows = list(Look.objects.annotate(now=Now(), is_noted=Exists(told)))
    if not rows:
        return Looks(database_now(), {})
    return Looks(rows[0].now, {row.task: row for row in rows}, is_noted=rows[0].is_noted)


def engine_stands_still() -> Exists:
    """Whether the engine stands still, as a part of another statement."""
    long = timedelta(seconds=MISSED * settings.SWEEP_SECONDS)
    return Exists(Look.objects.filter(task__in=ENGINE, engine_at__lt=Now() - long))


def is_time(task: str) -> bool:
    """True if the engine's last look is about an interval ago, or longer.

    Looks of the watch don't count: otherwise they would keep an engine that came back from working.
    """
    look = Look.objects.annotate(now=Now()).filter(task=task).first()
    return look is None or look.now - look.engine_at >= nearly(task)


def nearly(task: str) -> timedelta:
    seconds = settings.LOOKED_EVERY.get(task, 0.0)
    return timedelta(seconds=seconds - min(seconds / 2, EARLY))


def missed_for(task: str) -> timedelta:
    return timedelta(seconds=MISSED * settings.LOOKED_EVERY.get(task, 0.0))
