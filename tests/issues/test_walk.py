"""One matter through the actions, from the resident's words to the resident's word."""

from __future__ import annotations

from datetime import datetime, timedelta

from clocks.hours import SHANGHAI
from issues.actions.classify import classify
from issues.actions.commit import commit
from issues.actions.confirm import confirm
from issues.actions.deliver import deliver
from issues.actions.name_lead import name_lead
from issues.actions.publish import publish
from issues.actions.push_up import push_up
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.actions.settle import settle
from issues.actions.sweep import sweep
from issues.actions.verify import verify
from issues.enums.activity import Resolved
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.enums.turns import Level
from issues.inputs import NewMatter, NewOutcome
from issues.models import Assignment, Issue
from issues.queries.chain_soundness import broken_chains
from tests.issues.talking import doorstep
from tests.world import World

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=SHANGHAI)


def test_a_matter_goes_from_the_grid_to_a_department_and_back(world: World) -> None:
    now = MONDAY
    issue = raise_issue(
        NewMatter(text="三号楼前的下水道又堵了，污水漫到路上。", building=world.building),
        actor=world.resident,
        reporter=world.resident,
        now=now,
    )
    assert issue.reference == "ZJD-2026-0001"
    receive(issue, actor=world.grid_worker, now=now + timedelta(minutes=30))
    publish(
        issue,
        actor=world.grid_worker,
        now=now + timedelta(minutes=35),
        title="下水道堵塞",
        text="楼前下水道堵塞",
    )
    respond(issue, actor=world.grid_worker, now=now + timedelta(minutes=40), text="下午来看")
    classify(
        issue,
        actor=world.grid_worker,
        now=now + timedelta(minutes=45),
        matter_class=MatterClass.SMALL,
        category=world.categories["sewers"],
    )
    # Two working days pass: the clock pushes it up.
    swept = sweep(now=now + timedelta(days=2, hours=9))
    assert (swept.handled, swept.failed) == (1, 0)
    issue = Issue.objects.get(pk=issue.pk)
    assert issue.level == Level.COMMUNITY
    assert broken_chains() == []
    now = now + timedelta(days=3)
    receive(issue, actor=world.staff, now=now)
    push_up(issue, actor=world.staff, now=now, reason="要换管", tried="疏通过两次")
    issue = Issue.objects.get(pk=issue.pk)
    assert issue.level == Level.DEPARTMENT
    lead = Assignment.objects.current().lead().get(issue=issue)
    assert lead.body == world.housing
    name_lead(
        issue, actor=world.dispatcher, now=now, body=world.housing, joint=[world.property_company]
    )
    receive(issue, actor=world.clerk, now=now)
    commit(issue, actor=world.clerk, now=now, text="换管", due_at=now + timedelta(days=3))
    deliver(
        issue,
        actor=world.clerk,
        now=now,
        result=NewOutcome(text="换好了", no_picture_reason="天黑"),
    )
    verify(issue, actor=world.grid_worker, now=now, is_there=True)
    confirm(issue, actor=world.resident, now=now, resolved=Resolved.PARTLY, text="还有味")
    assert Issue.objects.get(pk=issue.pk).stage == Stage.DELIVER
    deliver(
        issue,
        actor=world.clerk,
        now=now,
        result=NewOutcome(text="加了防臭", no_picture_reason="无"),
    )
    verify(issue, actor=world.grid_worker, now=now, is_there=True)
    issue = confirm(issue, actor=world.resident, now=now, resolved=Resolved.SOLVED)
    assert issue.stage == Stage.CLOSED
    assert broken_chains() == []


def test_a_small_matter_is_settled_on_the_spot(world: World) -> None:
    issue = raise_issue(
        NewMatter(text="楼道灯不亮", venue=world.venue),
        actor=world.resident,
        reporter=world.resident,
        now=MONDAY,
    )
    receive(issue, actor=world.grid_worker, now=MONDAY)
    classify(
        issue,
        actor=world.grid_worker,
        now=MONDAY,
        matter_class=MatterClass.SMALL,
        category=world.categories["facilities"],
    )
    issue = settle(
        issue,
        actor=world.grid_worker,
        now=MONDAY,
        talk=doorstep(agreed="换了灯泡"),
        no_picture_reason="当场换的",
    )
    assert issue.stage == Stage.CONFIRM
    swept = sweep(now=MONDAY + timedelta(days=8))
    assert swept.handled == 1
    assert Issue.objects.get(pk=issue.pk).ending == "no_answer"
    assert broken_chains() == []
