"""Note who looked when, and that the engine stood still."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import connection

from clocks.models import Look, Standstill

NOTE = """
INSERT INTO clocks_look (task, engine_at) VALUES (%s, %s)
ON CONFLICT (task) DO UPDATE SET engine_at = greatest(clocks_look.engine_at, EXCLUDED.engine_at)
"""
NOTE_STANDSTILL = """
INSERT INTO clocks_standstill (began_at, noticed_at) VALUES (%s, %s) ON CONFLICT DO NOTHING
"""


def note_look(task: str, *, at: datetime) -> None:
    """The engine came through `task`, which it began at `at`."""
    with connection.cursor() as cursor:
        cursor.execute(NOTE, [task, at])


def note_watch(task: str, *, at: datetime) -> None:
    Look.objects.filter(task=task).update(watch_at=at)


def count_from_now(tasks: Collection[str], *, now: datetime) -> None:
    """Of tasks that were never done: three intervals from now on they are missed."""
    rows = [Look(task=task, engine_at=now) for task in tasks]
    Look.objects.bulk_create(rows, ignore_conflicts=True)


def note_standstill(*, began_at: datetime, now: datetime) -> None:
    """Once, however many watches notice it."""
    with connection.cursor() as cursor:
        cursor.execute(NOTE_STANDSTILL, [began_at, now])


def end_standstill(*, now: datetime) -> None:
    Standstill.objects.filter(ended_at__isnull=True).update(ended_at=now)
