"""The world of the tests with matters in every state of being seen."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from accounts.models import User
from grids.enums import Role
from issues.actions.classify import classify
from issues.actions.confirm import confirm
from issues.actions.deliver import deliver
from issues.actions.hide import hide
from issues.actions.keep_private import keep_private
from issues.actions.name_lead import name_lead
from issues.actions.publish import publish
from issues.actions.push_up import push_up
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.actions.settle import settle
from issues.enums.activity import Resolved
from issues.enums.matter import MatterClass
from issues.inputs import NewMatter, NewOutcome
from issues.models import Issue, Upload
from ledger.actions.seal import seal
from tests.harness.remembering import remembered
from tests.harness.signing_in import client_of, session_of
from tests.issues.talking import doorstep
from tests.matrix.who import SIGNED_IN, VISITOR
from tests.world import World, person, post


@dataclass(kw_only=True)
class Stage:
    world: World
    people: dict[str, User]
    issues: dict[str, Issue] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)

    def user(self, name: str) -> User:
        return self.people.get(name) or getattr(self.world, name)

    def client(self, name: str) -> Client:
        """The same one within a test; a visitor comes anew each time."""
        if name == VISITOR:
            return Client()
        if name not in self.clients:
            self.clients[name] = client_of(self.sessions[name])
        return self.clients[name]

    def all_come_anew(self) -> None:
        """With their session and no other cookie; the middleware of a client is built once."""
        for name, client in self.clients.items():
            client.cookies.clear()
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[name]

    def sign_all_in(self) -> None:
        """Sessions that outlive a test, since what it makes of them is rolled back."""
        self.sessions = {name: session_of(self.user(name)) for name in SIGNED_IN}

    def reference(self, about: str) -> str:
        return self.issues[about].reference

    def token(self, about: str) -> UUID:
        """Of the photo that was not chosen for the public."""
        photo = self.issues[about].photos.order_by("pk").last()
        assert photo is not None
        return photo.upload.token

    def shown_token(self, about: str) -> UUID:
        """Of the photo that was chosen for the public."""
        photo = self.issues[about].photos.order_by("pk").first()
        assert photo is not None
        return photo.upload.token


@remembered
def sealed_stage(world: World) -> Stage:
    stage = build_stage(world)
    seal()
    return stage


def build_stage(world: World) -> Stage:
    stage = Stage(world=world, people=_strangers(world))
    now = timezone.now() - timedelta(hours=2)
    for about, bring in STATES.items():
        stage.issues[about] = bring(world, now)
    return stage


def _strangers(world: World) -> dict[str, User]:
    """The same roles in a district that has nothing to do with the matters."""
    posts = {
        "far_staff": (world.far_community, Role.STAFF),
        "far_dispatcher": (world.far_street, Role.DISPATCHER),
        "far_supervisor": (world.far_district, Role.SUPERVISOR),
        "far_administrator": (world.far_district, Role.ADMINISTRATOR),
    }
    people = {name: person(name) for name in posts}
    for name, (body, role) in posts.items():
        post(people[name], body, role)
    return people


def raised(world: World, now: datetime, **more: Any) -> Issue:
    matter = NewMatter(
        text="三号楼前的下水道又堵了",
        building=world.building,
        photos=[upload(world.resident, now) for _ in range(2)],
        **more,
    )
    return raise_issue(matter, actor=world.resident, reporter=world.resident, now=now)


def upload(user: User, now: datetime) -> Upload:
    """A stored picture; small bytes, since nobody looks at it here."""
    picture = Upload(user=user, width=8, height=6, size=9, sha256="0" * 64, uploaded_at=now)
    for size in ("large", "medium", "small"):
        getattr(picture, size).save(f"{uuid4()}.webp", ContentFile(b"RIFF-WEBP"), save=False)
    picture.save()
    return picture


def _public(world: World, now: datetime) -> Issue:
    issue = raised(world, now)
    receive(issue, actor=world.grid_worker, now=now)
    publish(
        issue,
        actor=world.grid_worker,
        now=now,
        title="下水道堵塞",
        text="楼前下水道堵了。",
        photos=[photo.pk for photo in issue.photos.order_by("pk")[:1]],
    )
    classify(
        issue,
        actor=world.grid_worker,
        now=now,
        matter_class=MatterClass.SMALL,
        category=world.categories["sewers"],
    )
    return issue


def _private(world: World, now: datetime) -> Issue:
    issue = raised(world, now)
    keep_private(issue, actor=world.grid_worker, now=now)
    return issue


def _hidden(world: World, now: datetime) -> Issue:
    issue = _public(world, now)
    hide(issue, actor=world.grid_worker, now=now, reason="露出了姓名")
    return issue


def _dispute(world: World, now: datetime) -> Issue:
    issue = raised(world, now)
    receive(issue, actor=world.grid_worker, now=now)
    noise = world.categories["noise"]
    classify(
        issue, actor=world.grid_worker, now=now, matter_class=MatterClass.SMALL, category=noise
    )
    keep_private(issue, actor=world.grid_worker, now=now)
    return issue


def _settled(world: World, now: datetime) -> Issue:
    """Done at the grid by its worker; waits for the reporter's word."""
    issue = _public(world, now)
    talk = doorstep(agreed="当天疏通好", participants="沈师傅家")
    settle(issue, actor=world.grid_worker, now=now, talk=talk, no_picture_reason="天黑了")
    return issue


def _ended(world: World, now: datetime) -> Issue:
    issue = _settled(world, now)
    confirm(issue, actor=world.resident, now=now, resolved=Resolved.SOLVED)
    return issue


def _at_street(world: World, now: datetime) -> Issue:
    """Neither checked nor classed; the general office has not taken it in yet."""
    issue = raised(world, now)
    receive(issue, actor=world.grid_worker, now=now)
    to_street(issue, world, now)
    return issue


def _at_department(world: World, now: datetime) -> Issue:
    """Private, with the housing office; the property company joins."""
    issue = _private(world, now)
    receive(issue, actor=world.grid_worker, now=now)
    to_street(issue, world, now)
    to_housing(issue, world, now)
    return issue


def _to_be_checked(world: World, now: datetime) -> Issue:
    """Public; the clerk of the housing office says that it is done."""
    issue = _public(world, now)
    to_street(issue, world, now)
    to_housing(issue, world, now)
    result = NewOutcome(text="换好了", no_picture_reason="天黑了")
    deliver(issue, actor=world.clerk, now=now, result=result)
    return issue


def to_street(issue: Issue, world: World, now: datetime) -> None:
    push_up(issue, actor=world.grid_worker, now=now, reason="网格没有钱", tried="疏通过")
    receive(issue, actor=world.staff, now=now)
    push_up(issue, actor=world.staff, now=now, reason="社区没有钱", tried="找过物业")


def to_housing(issue: Issue, world: World, now: datetime, *, received: bool = True) -> None:
    name_lead(
        issue,
        actor=world.dispatcher,
        now=now,
        body=world.housing,
        joint=[world.property_company],
    )
    if received:
        receive(issue, actor=world.clerk, now=now)


STATES = {
    "pending": raised,
    "public": _public,
    "private": _private,
    "hidden": _hidden,
    "urgent": lambda world, now: raised(world, now, danger=True),
    "dispute": _dispute,
    "settled": _settled,
    "ended": _ended,
    "at the street": _at_street,
    "at the department": _at_department,
    "to be checked": _to_be_checked,
}
