"""Matters brought before the desks through the actions."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from issues.actions.classify import classify
from issues.actions.push_up import push_up
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.enums.matter import MatterClass
from issues.inputs import NewMatter
from issues.models import Issue
from tests.harness.remembering import remembered
from tests.world import World


def an_hour_ago() -> datetime:
    return timezone.now() - timedelta(hours=1)


@remembered
def raised(world: World, text: str = "楼前的下水道堵了", **more: object) -> Issue:
    return raise_issue(
        NewMatter(text=text, building=world.building, **more),  # type: ignore[arg-type]
        actor=world.resident,
        reporter=world.resident,
        now=an_hour_ago(),
    )


@remembered
def at_community(world: World, text: str = "老管道锈穿了", *, category: str = "sewers") -> Issue:
    issue, now = raised(world, text), timezone.now()
    receive(issue, actor=world.grid_worker, now=now)
    classify(
        issue,
        actor=world.grid_worker,
        now=now,
        matter_class=MatterClass.SMALL,
        category=world.categories[category],
    )
    push_up(issue, actor=world.grid_worker, now=now, reason="要动公共管道", tried="疏通过两次")
    return Issue.objects.get(pk=issue.pk)


@remembered
def at_housing(world: World, text: str = "井盖破损", *, category: str = "sewers") -> Issue:
    """With the one competent department, not taken in; of rubbish that is sanitation."""
    issue, now = at_community(world, text, category=category), timezone.now()
    receive(issue, actor=world.staff, now=now)
    push_up(issue, actor=world.staff, now=now, reason="要专业单位", tried="问过物业")
    return Issue.objects.get(pk=issue.pk)


@remembered
def at_office(world: World, text: str = "没人管的事") -> Issue:
    """At the street's general office, waiting for a lead: no category, no competent body."""
    issue, now = raised(world, text), timezone.now()
    receive(issue, actor=world.grid_worker, now=now)
    push_up(issue, actor=world.grid_worker, now=now, reason="难", tried="试过")
    receive(issue, actor=world.staff, now=now)
    push_up(issue, actor=world.staff, now=now, reason="不知归谁", tried="问过三家")
    return Issue.objects.get(pk=issue.pk)
