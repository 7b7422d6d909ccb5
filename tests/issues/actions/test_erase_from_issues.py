"""A person's own words go wherever they were copied to, on a public matter as well."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from desks.actions.erase_person import erase_person
from issues.actions.classify import classify
from issues.actions.confirm import confirm
from issues.actions.merge import merge
from issues.actions.note import note
from issues.actions.publish import publish
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.actions.settle import settle
from issues.actions.withdraw import withdraw
from issues.enums.activity import Resolved
from issues.enums.matter import MatterClass
from issues.models import Assignment, Issue, Response, StaffNote, Verdict
from tests.issues.acting import raised
from tests.issues.actions.sweeping import told
from tests.issues.talking import doorstep
from tests.world import World

SAID = "我婆婆腿脚不好，还是下不了楼"


def test_words_that_sent_a_public_matter_up_are_gone_from_the_turn_too(world: World) -> None:
    issue, now, worker = raised(world), timezone.now(), world.grid_worker
    receive(issue, actor=worker, now=now)
    publish(issue, actor=worker, now=now, title="堵了", text="楼前堵了")
    respond(issue, actor=worker, now=now, text="张桂兰您好，下午来看")
    sewers = world.categories["sewers"]
    classify(issue, actor=worker, now=now, matter_class=MatterClass.SMALL, category=sewers)
    settle(issue, actor=worker, now=now, talk=doorstep(agreed="疏通"), no_picture_reason="当场")
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


def test_what_colleagues_noted_of_the_person_goes(world: World) -> None:
    issue, now = raised(world), timezone.now()
    note(issue, actor=world.grid_worker, now=now, text="张桂兰耳背，先打电话")
    erase_person(world.resident, actor=world.resident, now=now)
    assert "张桂兰" not in StaffNote.objects.get(issue=issue).text


def test_what_others_raised_and_was_handled_there_goes_on_by_itself(world: World) -> None:
    """Nobody could give the word there any more."""
    issue, now, worker = raised(world), timezone.now(), world.grid_worker
    own = raised(world)
    Issue.objects.filter(pk=own.pk).update(reporter=world.neighbour)
    publish(issue, actor=worker, now=now, title="堵了", text="楼前堵了")
    receive(issue, actor=worker, now=now)
    merge(own, into=issue, actor=worker, now=now)
    sewers = world.categories["sewers"]
    classify(issue, actor=worker, now=now, matter_class=MatterClass.SMALL, category=sewers)
    settle(issue, actor=worker, now=now, talk=doorstep(agreed="疏通"), no_picture_reason="当场")
    erase_person(world.resident, actor=world.resident, now=now)
    own = Issue.objects.get(pk=own.pk)
    assert (own.is_open, own.merged_into, own.reporter) == (True, None, world.neighbour)
    assert own.assignments.current().lead().exists()
    assert told(world.neighbour, "split_off") == 1
