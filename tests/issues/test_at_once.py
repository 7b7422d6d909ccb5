"""Two people in the same moment: one is served, the other gets a sentence."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from issues.actions.call_back import call_back
from issues.actions.classify import classify
from issues.actions.deliberate import Talk
from issues.actions.raise_issue import Matter, raise_issue
from issues.actions.receive import receive
from issues.actions.settle import settle
from issues.enums import MatterClass
from issues.errors import Refused
from issues.models import CallBack, Issue, Photo
from issues.queries.chain import broken_chains
from tests.harness.world import LiveWorld
from tests.issues.staging import upload
from tests.issues.test_sweep_processes import in_threads
from tests.world import build_world


def test_four_calls_at_once_are_three_and_a_sentence(world_database: LiveWorld) -> None:
    world = build_world()
    now = timezone.now()
    issue = raise_issue(
        Matter(text="灯不亮", building=world.building, category=world.categories["sewers"]),
        actor=world.resident, reporter=world.resident, now=now - timedelta(hours=1),
    )  # fmt: skip
    receive(issue, actor=world.grid_worker, now=now)
    classify(issue, actor=world.grid_worker, now=now, matter_class=MatterClass.SMALL)
    talk = Talk(agreed="换灯泡")
    settle(issue, actor=world.grid_worker, now=now, talk=talk, no_picture_reason="小事")
    callers = (world.staff, world.lead, world.grid_head, world.staff)
    raised = in_threads(
        *(lambda who=who: call_back(issue, actor=who, now=now, note="没人接") for who in callers)
    )
    refused = [error for error in raised if error is not None]
    assert len(refused) == 1
    assert isinstance(refused[0], Refused)
    assert sorted(CallBack.objects.values_list("attempt", flat=True)) == [1, 2, 3]
    assert broken_chains() == []


def test_two_forms_that_send_the_same_photo_are_one_matter_and_a_sentence(
    world_database: LiveWorld,
) -> None:
    world = build_world()
    picture, who = upload(world.resident), world.resident
    matter = Matter(text="灯不亮", building=world.building, photos=[picture])
    raised = in_threads(
        *[lambda: raise_issue(matter, actor=who, reporter=who, now=timezone.now())] * 3
    )
    refused = [error for error in raised if error is not None]
    assert [type(error) for error in refused] == [Refused, Refused]
    assert Issue.objects.count() == 1
    assert Photo.objects.get().upload == picture
