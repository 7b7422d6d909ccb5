"""Matters from before the list had orders stand in them as if the actions had kept count."""

from __future__ import annotations

from importlib import import_module

from django.apps import apps
from django.db import connection

from issues.actions.add import add
from issues.actions.hide import hide
from issues.actions.respond import respond
from issues.models import Issue
from ledger.models import Entry
from tests.issues.casework.test_progress import NO_PROGRESS
from tests.issues.staging import MINUTE, MONDAY, busy, published, raised
from tests.world import World

migration = import_module("issues.migrations.0015_orders_of_the_list")
LATER = MONDAY + 60 * MINUTE


def test_supporters_are_counted_and_the_last_progress_is_read_from_the_record(
    world: World,
) -> None:
    spoken, private, hidden, quiet = (
        busy(world, neighbours=3),
        raised(world),
        published(world),
        published(world),
    )
    respond(hidden, actor=world.grid_worker, now=LATER, text="看过了")
    hide(hidden, actor=world.grid_worker, now=LATER, reason="写了名字")
    add(quiet, actor=world.neighbour, now=LATER, text="我家502也是")
    Issue.objects.update(supporters=9, last_progress_at=LATER)
    Issue.objects.exclude(pk=spoken.pk).update(supporters=0)
    with connection.schema_editor() as editor:
        migration.fill(apps, editor)
    kept = dict(Issue.objects.values_list("pk", "supporters"))
    assert kept == {spoken.pk: 3, private.pk: 0, hidden.pk: 0, quiet.pk: 0}
    last = dict(Issue.objects.values_list("pk", "last_progress_at"))
    assert last[private.pk] == MONDAY
    # No more than what was public already when it was published.
    assert last[hidden.pk] == MONDAY + 2 * MINUTE
    for issue in (spoken, quiet):
        entries = Entry.objects.filter(stream__name=issue.stream)
        counting = entries.exclude(kind__in=migration.NO_PROGRESS).order_by("-recorded_at")
        assert last[issue.pk] == counting[0].recorded_at


def test_the_migration_goes_by_what_the_actions_go_by() -> None:
    assert {f"issue.{kind}" for kind in NO_PROGRESS} == set(migration.NO_PROGRESS)
