"""A person's own words go wherever they were copied to, on a public matter as well."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from desks.actions.erase_person import erase_person
from issues.actions.classify import classify
from issues.actions.confirm import confirm
from issues.actions.publish import publish
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.actions.settle import settle
from issues.actions.withdraw import withdraw
from issues.enums import MatterClass, Resolved
from issues.inputs import Talk
from issues.models import Assignment, Issue, Response, Verdict
from tests.issues.acting import raised
from tests.world import World

SAID = "我婆婆腿脚不好，还是下不了楼"


def test_words_that_sent_a_public_matter_up_are_gone_from_the_turn_too(world: World) -> None:
    issue, now, worker = raised(world), timezone.now(), world.grid_worker
    receive(issue, actor=worker, now=now)
    publish(issue, actor=worker, now=now, title="堵了", text="楼前堵了")
    respond(issue, actor=worker, now=now, text="张桂兰您好，下午来看")
    sewers = world.categories["sewers"]
    classify(issue, actor=worker, now=now, matter_class=MatterClass.SMALL, category=sewers)
    settle(issue, actor=worker, now=now, talk=Talk(agreed="疏通"), no_picture_reason="当场")
    later = now + timedelta(hours=1)
    confirm(
        issue, actor=world.resident, now=later, resolved=Resolved.NOT, text=SAID, look_above=True
    )
    assert Assignment.objects.filter(reason=SAID).exists()
    erase_person(world.resident, actor=world.resident, now=later)
    assert not Assignment.objects.filter(reason__contains="婆婆").exists()
    assert not Verdict.objects.filter(text__contains="婆婆").exists()
    assert not Response.objects.filter(text__contains="张桂兰").exists()


def test_the_reason_why_a_public_matter_was_taken_back_goes(world: World) -> None:
    issue, now = raised(world), timezone.now()
    publish(issue, actor=world.grid_worker, now=now, title="堵了", text="楼前堵了")
    withdraw(issue, actor=world.resident, now=now, reason=SAID)
    erase_person(world.resident, actor=world.resident, now=now)
    assert Issue.objects.get(pk=issue.pk).ending_note == ""
