"""Matters brought to where a test wants them, through the actions."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

from accounts.models import User
from clocks.hours import SHANGHAI
from issues.actions.add import add
from issues.actions.classify import classify
from issues.actions.commit import commit
from issues.actions.confirm import confirm
from issues.actions.deliberate import deliberate
from issues.actions.deliver import deliver
from issues.actions.find import find
from issues.actions.name_lead import name_lead
from issues.actions.publish import publish
from issues.actions.push_up import push_up
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.actions.settle import settle
from issues.actions.support import support
from issues.actions.verify import verify
from issues.enums.activity import Resolved
from issues.enums.matter import MatterClass
from issues.inputs import NewMatter, NewOutcome
from issues.models import Issue, Upload
from tests.harness.remembering import remembered
from tests.issues.talking import doorstep
from tests.world import World, person

MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=SHANGHAI)
MINUTE = timedelta(minutes=1)
# What must never reach the public.
SECRETS = ("张桂兰", "2单元402", "13911112222", "沈师傅家", "我婆婆", "李大妈")
OWN_WORDS = "我婆婆张桂兰住2单元402，三号楼前的下水道又堵了，电话 13911112222"


def upload(user: User | None = None) -> Upload:
    return Upload.objects.create(
        user=user,
        large="photos/l.webp",
        medium="photos/m.webp",
        small="photos/s.webp",
        width=800,
        height=600,
        size=1,
        sha256="0" * 64,
        uploaded_at=MONDAY,
    )


@remembered
def raised(world: World, **more: Any) -> Issue:
    """By the resident, with words that name a person, a door and a phone."""
    fields: dict[str, Any] = {
        "text": OWN_WORDS,
        "building": world.building,
        "place_note": "2单元402",
        **more,
    }
    actor: User = fields.pop("actor", world.resident)
    return raise_issue(NewMatter(**fields), actor=actor, reporter=world.resident, now=MONDAY)


@remembered
def published(world: World, **more: Any) -> Issue:
    issue = raised(world, **more)
    receive(issue, actor=world.grid_worker, now=MONDAY + MINUTE)
    return publish_as_it_is(issue, actor=world.grid_worker, now=MONDAY + 2 * MINUTE)


def publish_as_it_is(issue: Issue, *, actor: User, now: datetime = MONDAY) -> Issue:
    """With the first photo shown, the others not."""
    return publish(
        issue,
        actor=actor,
        now=now,
        title="楼前下水道堵塞",
        text="楼前下水道堵了，请来疏通。",
        photos=[photo.pk for photo in issue.photos.all()[:1]],
    )


@remembered
def settled(world: World) -> Issue:
    """Small, published, settled on the spot: waits for the resident's word."""
    issue = published(world)
    classify(
        issue,
        actor=world.grid_worker,
        now=MONDAY + 3 * MINUTE,
        matter_class=MatterClass.SMALL,
        category=world.categories["sewers"],
    )
    talk = doorstep(agreed="当天疏通好", participants="沈师傅家", place="2单元402门口")
    return settle(
        issue,
        actor=world.grid_worker,
        now=MONDAY + 4 * MINUTE,
        talk=talk,
        no_picture_reason="天黑了",
    )


@remembered
def busy(world: World, *, neighbours: int = 4) -> Issue:
    """A hard matter that went to two departments, with much said and done about it."""
    now = MONDAY
    issue = raised(world, photos=[upload(world.resident) for _ in range(3)])
    receive(issue, actor=world.grid_worker, now=now + MINUTE)
    publish_as_it_is(issue, actor=world.grid_worker, now=now + MINUTE)
    respond(issue, actor=world.grid_worker, now=now + 2 * MINUTE, text="下午到张桂兰家来看")
    classify(
        issue,
        actor=world.grid_worker,
        now=now + 3 * MINUTE,
        matter_class=MatterClass.HARD,
        category=world.categories["sewers"],
    )
    for number in range(neighbours):
        neighbour = person(f"邻居{number}")
        support(issue, actor=neighbour, now=now + 4 * MINUTE)
        add(
            issue,
            actor=neighbour,
            now=now + 5 * MINUTE,
            text=f"沈师傅家也淹了 {number}",
            photos=[upload(neighbour)],
        )
    find(
        issue,
        actor=world.grid_worker,
        now=now + 6 * MINUTE,
        text="管道塌了一截",
        photos=[upload(world.grid_worker)],
    )
    for number in range(2):
        talk = doorstep(
            said="有人愿意出钱",
            agreed=f"先换管，第 {number} 次商定",
            dissent="一户不同意开挖",
            participants="沈师傅家、张桂兰",
            place="2单元402门口",
            head_count=5,
        )
        deliberate(issue, actor=world.grid_worker, now=now + 7 * MINUTE, talk=talk)
    push_up(
        issue,
        actor=world.grid_worker,
        now=now + 8 * MINUTE,
        reason="张桂兰家要换管",
        tried="疏通过",
    )
    receive(issue, actor=world.staff, now=now + 9 * MINUTE)
    push_up(issue, actor=world.staff, now=now + 10 * MINUTE, reason="社区没有钱", tried="找过物业")
    name_lead(
        issue,
        actor=world.dispatcher,
        now=now + 11 * MINUTE,
        body=world.housing,
        joint=[world.property_company],
    )
    receive(issue, actor=world.clerk, now=now + 12 * MINUTE)
    commit(
        issue,
        actor=world.clerk,
        now=now + 13 * MINUTE,
        text="换 30 米管",
        due_at=now + timedelta(days=9),
    )
    result = NewOutcome(
        text="换好了",
        photos=[upload(world.clerk)],
        money=Decimal(12800),
        paid_by="产权单位",
        count=4,
        count_of="处下水管道",
    )
    deliver(issue, actor=world.clerk, now=now + 14 * MINUTE, result=result)
    verify(issue, actor=world.grid_worker, now=now + 15 * MINUTE, is_there=True, note="问过张桂兰")
    confirm(
        issue,
        actor=world.resident,
        now=now + 16 * MINUTE,
        resolved=Resolved.PARTLY,
        text="张桂兰家还有味",
    )
    return Issue.objects.get(pk=issue.pk)


def key() -> str:
    return str(uuid4())
