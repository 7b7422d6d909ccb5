"""The small world, with two bodies of the street that answer for sewers, so that a person
must choose which of them leads."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import F

from grids.models import Competence
from issues.models import Assignment, Deadline, Issue
from tests.world import World, build_world


def build_walk_world() -> World:
    world = build_world()
    add_a_choice(world)
    return world


def add_a_choice(world: World) -> None:
    for department in (world.housing, world.sanitation):
        Competence.objects.create(department=department, category=world.categories["sewers"])


def let_days_pass(issue: Issue, days: int) -> None:
    """Move the matter's clocks back in the database, as if that many days had gone by.

    What follows from it is left to the real beat and worker.
    """
    gone = timedelta(days=days)
    Deadline.objects.running().filter(issue=issue).update(
        starts_at=F("starts_at") - gone, due_at=F("due_at") - gone, wake_at=F("wake_at") - gone
    )
    Assignment.objects.current().filter(issue=issue).update(started_at=F("started_at") - gone)
