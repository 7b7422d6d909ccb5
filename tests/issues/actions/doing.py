"""Matters brought to where an act is tried, and what an act wrote, read back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pytest
from django.db.models import Sum
from django.utils import translation

from acting.refusals import Refused
from clocks.hours import SHANGHAI
from issues.actions.classify import classify
from issues.actions.deliver import deliver
from issues.actions.name_lead import name_lead
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.inputs import NewOutcome
from issues.models import Assignment, Deadline, Issue, Upload
from ledger.models import Entry
from ledger.queries.timeline import TimelineEntry, timeline
from notifications.models import Notice
from tests.harness.remembering import remembered
from tests.issues.actions.sweeping import at, fresh
from tests.issues.staging import published, raised
from tests.world import World

# Monday 16 November 2026, an hour after the matters of `staging` were raised.
NOW = at(16, 10)
DONE = NewOutcome(text="换好了", no_picture_reason="天黑")


@remembered
def at_grid(world: World, matter_class: MatterClass | None = None, **more: Any) -> Issue:
    """Public, taken in by the grid worker at 9:01, classified at 10 if a class is given."""
    issue = published(world, category=world.categories["sewers"], **more)
    if matter_class is not None:
        classify(issue, actor=world.grid_worker, now=NOW, matter_class=matter_class)
    return fresh(issue)


@remembered
def at_community(
    world: World, matter_class: MatterClass | None = None, *, category: str = "sewers"
) -> Issue:
    """Pushed up by hand at 10, not yet taken in there, never checked for the public."""
    issue = raised(world, category=world.categories[category])
    receive(issue, actor=world.grid_worker, now=at(16, 9, 1))
    if matter_class is not None:
        classify(issue, actor=world.grid_worker, now=NOW, matter_class=matter_class)
    if matter_class != MatterClass.MAJOR:  # which is there already
        push_up(issue, actor=world.grid_worker, now=NOW, reason="办不了", tried="试过")
    return fresh(issue)


@remembered
def at_housing(
    world: World, matter_class: MatterClass | None = None, *, received: bool = True
) -> Issue:
    """At the only competent department of the street since 10."""
    issue = at_community(world, matter_class)
    push_up(issue, actor=world.staff, now=NOW, reason="要换管", tried="疏通过")
    if received:
        receive(issue, actor=world.clerk, now=NOW)
    return fresh(issue)


@remembered
def at_office(world: World) -> Issue:
    """Nobody is competent for a matter without a category: the office is to name who leads."""
    issue = raised(world)
    push_up(issue, actor=world.grid_worker, now=NOW, reason="办不了", tried="试过")
    push_up(issue, actor=world.staff, now=NOW, reason="办不了", tried="试过")
    return fresh(issue)


@remembered
def with_partner(world: World, matter_class: MatterClass | None = None) -> Issue:
    """At the housing office, with the property company beside it."""
    issue = at_housing(world, matter_class)
    joint = [world.property_company]
    name_lead(issue, actor=world.dispatcher, now=NOW, body=world.housing, joint=joint)
    return fresh(issue)


@remembered
def reported(world: World, now: datetime = NOW) -> Issue:
    """The housing office says that it is done; grid or community are to look."""
    issue = at_housing(world, MatterClass.SMALL)
    deliver(issue, actor=world.clerk, now=now, result=DONE)
    return fresh(issue)


def december(day: int, hour: int = 17, minute: int = 30) -> datetime:
    """The end of a working day of December 2026, unless another hour is given."""
    return datetime(2026, 12, day, hour, minute, tzinfo=SHANGHAI)


def due(issue: Issue) -> dict[str, datetime]:
    """When each running clock of the lead's is due."""
    running = Deadline.objects.running().filter(issue=issue).exclude(assignment__role="joint")
    return dict(running.values_list("kind", "due_at"))


def met(issue: Issue, kind: DeadlineKind) -> datetime | None:
    """When the newest clock of that kind was met."""
    clock = Deadline.objects.filter(issue=issue, kind=kind).latest("pk")
    return clock.met_at


def entries(issue: Issue, kind: str) -> list[TimelineEntry]:
    return [entry for entry in timeline(issue.stream) if entry.kind == f"issue.{kind}"]


def entry(issue: Issue, kind: str) -> TimelineEntry:
    """The only one of its kind."""
    (only,) = entries(issue, kind)
    return only


def stages(issue: Issue) -> list[str]:
    """The stages in the order in which they were entered."""
    return [str(move.parameters["to"]) for move in entries(issue, "stage")]


@contextmanager
def refused(sentence: str, *, field: str = "") -> Iterator[None]:
    """The act is refused with this sentence, at this field of its form, and writes nothing."""
    before = written()
    with translation.override("en"):
        with pytest.raises(Refused) as caught:
            yield
        assert (str(caught.value.message), caught.value.field) == (sentence, field)
    assert written() == before


def written() -> tuple[int, ...]:
    """How much there is of all that an act may write."""
    versions = Issue.objects.aggregate(sum=Sum("version"))["sum"] or 0
    kinds = (Entry, Assignment, Deadline, Notice, Upload)
    return (versions, *(kind.objects.count() for kind in kinds))
