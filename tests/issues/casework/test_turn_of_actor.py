"""A finding and a talk stand under the body of whoever was there, not of whoever leads."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from grids.standing import VISITOR
from issues.actions.classify import classify
from issues.actions.deliberate import deliberate
from issues.actions.find import find
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.enums.matter import MatterClass
from issues.models import Deliberation, Finding, Issue
from issues.presentation.activity import findings_of
from issues.presentation.reader import PUBLIC
from issues.queries.page import page_of
from tests.issues.staging import MINUTE, MONDAY, published
from tests.issues.talking import doorstep
from tests.world import World

LATER = MONDAY + timedelta(hours=1)


def at_housing(world: World) -> Issue:
    """Small and public, and since some minutes with the street's housing office."""
    issue = published(world, category=world.categories["sewers"])
    small = MatterClass.SMALL
    classify(issue, actor=world.grid_worker, now=MONDAY + 5 * MINUTE, matter_class=small)
    for who in (world.grid_worker, world.staff):
        push_up(issue, actor=who, now=MONDAY + 6 * MINUTE, reason="办不了", tried="试过")
    receive(issue, actor=world.clerk, now=MONDAY + 7 * MINUTE)
    return issue


def found_and_said_by(issue: Issue, who: User) -> tuple[str, str]:
    """The bodies that the finding and the talk of this person stand under."""
    find(issue, actor=who, now=LATER, text="管道锈穿了")
    deliberate(issue, actor=who, now=LATER, talk=doorstep(said="都同意换"))
    finding = Finding.objects.filter(issue=issue).latest("pk")
    talk = Deliberation.objects.filter(issue=issue).latest("pk")
    return finding.body.code, talk.body.code


def test_each_stands_under_the_body_that_lets_the_person_look_into_it(world: World) -> None:
    issue = at_housing(world)
    assert found_and_said_by(issue, world.clerk) == ("FHT-ZJ", "FHT-ZJ")
    assert found_and_said_by(issue, world.grid_worker) == ("ZJD-1", "ZJD-1")
    assert found_and_said_by(issue, world.staff) == ("ZJD", "ZJD")


def test_the_page_names_a_community_that_never_held_the_matter(world: World) -> None:
    issue = published(world, category=world.categories["sewers"])
    hard = MatterClass.HARD
    classify(issue, actor=world.grid_worker, now=MONDAY + 5 * MINUTE, matter_class=hard)
    find(issue, actor=world.lead, now=LATER, text="井盖裂了")
    page = page_of(issue.reference, VISITOR, now=timezone.now())
    assert [shown["who"] for shown in findings_of(page, PUBLIC, timezone.now())] == ["珠玑东社区"]
