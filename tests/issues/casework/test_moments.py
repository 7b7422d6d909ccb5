"""People give a time to the minute: the minute in which it began is not before it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from acting.refusals import Refused
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.inputs import NewMatter
from issues.models import Issue, Response
from tests.world import World

BEGAN = timezone.now().replace(second=40, microsecond=0) - timedelta(hours=1)


def received(world: World) -> Issue:
    issue = raise_issue(
        NewMatter(text="楼道灯不亮", building=world.building),
        actor=world.resident,
        reporter=world.resident,
        now=BEGAN,
    )
    return receive(issue, actor=world.grid_worker, now=BEGAN + timedelta(seconds=5))


def test_an_answer_within_the_minute_in_which_it_was_raised_is_taken(world: World) -> None:
    issue, typed = received(world), BEGAN.replace(second=0)
    now = BEGAN + timedelta(minutes=10)
    respond(issue, actor=world.grid_worker, now=now, text="这就来", said_at=typed)
    assert Response.objects.get().said_at == BEGAN


def test_the_minute_before_is_refused(world: World) -> None:
    issue, typed = received(world), BEGAN.replace(second=0) - timedelta(minutes=1)
    with pytest.raises(Refused):
        respond(issue, actor=world.grid_worker, now=BEGAN + timedelta(minutes=10), text="来",
                said_at=typed)  # fmt: skip


def test_a_clock_that_is_a_little_ahead_is_taken_for_now(world: World) -> None:
    issue, now = received(world), BEGAN + timedelta(minutes=10)
    respond(
        issue, actor=world.grid_worker, now=now, text="来过", said_at=now + timedelta(minutes=4)
    )
    assert Response.objects.get().said_at == now
