"""Matters that were there before search had a table of its own are read into it."""

from __future__ import annotations

from importlib import import_module

from django.apps import apps
from django.db import connection

from issues.models import Findable
from tests.issues.staging import published, raised
from tests.world import World

migration = import_module("issues.migrations.0011_findable")


def rows() -> set[tuple[int, str, str]]:
    return set(Findable.objects.values_list("issue_id", "audience", "terms"))


def test_every_matter_is_read_as_the_actions_would_have(world: World) -> None:
    raised(world, category=world.categories["sewers"])
    published(world)
    published(world, venue=world.venue)
    kept = rows()
    assert len(kept) == 5
    Findable.objects.all().delete()
    migration.BATCH = 2
    with connection.schema_editor() as editor:
        migration.read_all(apps, editor)
    assert rows() == kept
