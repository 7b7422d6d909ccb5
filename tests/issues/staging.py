"""Matters brought to where a test wants them, through the actions."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from accounts.models import User
from clocks.hours import SHANGHAI
from issues.actions.ensure_policy import ensure_policy
from issues.actions.publish import publish
from issues.actions.raise_issue import Matter, raise_issue
from issues.models import Issue
from tests.world import World, build_world

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=SHANGHAI)


@pytest.fixture
def world(db: None) -> World:
    ensure_policy(now=MONDAY - timedelta(days=300))
    return build_world()


def raised(world: World, text: str = "三号楼前的下水道又堵了", **more: object) -> Issue:
    return raise_issue(
        Matter(text=text, building=world.building, **more),  # type: ignore[arg-type]
        actor=world.resident,
        reporter=world.resident,
        now=MONDAY,
    )


def publish_as_it_is(issue: Issue, *, actor: User, now: datetime = MONDAY) -> Issue:
    return publish(issue, actor=actor, now=now, title="楼前下水道堵塞", text="楼前下水道堵了")
