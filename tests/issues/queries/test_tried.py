"""What somebody who sends a matter on has tried: their own, for the rest goes along anyway."""

from __future__ import annotations

from django.utils import timezone

from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.enums.acts import Act
from issues.models import Assignment, Issue
from issues.queries.tried import Tried, tried_here
from tests.issues.acting import draw, raised
from tests.world import World


def lead(issue: Issue) -> Assignment:
    return Assignment.objects.get(issue=issue, role="lead", left_at=None)


def test_the_community_is_not_offered_what_the_grid_tried(world: World) -> None:
    issue, now = raised(world), timezone.now()
    receive(issue, actor=world.grid_worker, now=now)
    respond(issue, actor=world.grid_worker, now=now, text="下午去看")
    assert tried_here(lead(issue)) == Tried(answers=1)
    assert "答复居民 1 次" in draw(world.grid_worker, issue, Act.PUSH_UP)
    push_up(issue, actor=world.grid_worker, now=now, reason="要换管", tried="疏通过")
    receive(issue, actor=world.staff, now=now)
    assert tried_here(lead(issue)) == Tried()
    respond(issue, actor=world.staff, now=now, text="已找物业")
    assert tried_here(lead(issue)) == Tried(answers=1)
