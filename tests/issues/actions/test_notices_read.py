"""A notice that asks for something is read once that is done, whoever does it in whichever way."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from accounts.models import User
from issues.actions.add import add
from issues.actions.call_back import call_back
from issues.actions.publish import publish
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.actions.receive_many import receive_many
from issues.actions.respond import respond
from issues.actions.sweep import sweep
from issues.actions.verify import verify
from issues.actions.withdraw import withdraw
from issues.enums.activity import Resolved
from issues.enums.matter import MatterClass
from issues.models import Issue
from notifications.models import Notice
from tests.desks.desking import at_housing, raised
from tests.issues.actions.doing import at_grid, reported
from tests.issues.actions.sweeping import at
from tests.issues.staging import settled
from tests.world import World

MONTH = timedelta(days=30)


def unread(person: User, kind: str) -> int:
    rows = Notice.objects.filter(recipient=person, kind=f"issue.{kind}", read_at=None)
    return rows.count()


def test_taken_in_by_a_colleague_it_is_new_to_nobody(world: World) -> None:
    issue, other = raised(world), raised(world, "路灯不亮")
    assert (unread(world.grid_worker, "came"), unread(world.grid_head, "came")) == (2, 2)
    receive(issue, actor=world.grid_worker, now=timezone.now())
    assert (unread(world.grid_worker, "came"), unread(world.grid_head, "came")) == (1, 1)
    assert Notice.objects.filter(recipient=world.grid_head, read_at=None, subject=other.uid)


def test_many_taken_in_at_once_are_read_as_well(world: World) -> None:
    issues = [at_housing(world), at_housing(world, "另一个井盖")]
    assert unread(world.clerk, "came") == 2
    receive_many(issues, actor=world.signer, now=timezone.now())
    assert unread(world.clerk, "came") == 0


def test_what_has_moved_on_without_being_taken_in_asks_nobody_there_any_more(
    world: World,
) -> None:
    raised(world)
    assert unread(world.grid_head, "came") == 1
    sweep(now=timezone.now() + MONTH)
    assert unread(world.grid_head, "came") == 0
    assert unread(world.staff, "came") == 1


def test_taking_back_ends_what_was_asked(world: World) -> None:
    withdraw(raised(world), actor=world.resident, now=timezone.now())
    assert unread(world.grid_head, "came") == 0


def test_what_is_overdue_is_no_news_once_it_is_done(world: World) -> None:
    """The clock has been missed, so nothing runs that could be met: what it asked is done still."""
    issue = at_grid(world, MatterClass.HARD)
    sweep(now=at(20))
    late = Notice.objects.filter(recipient=world.grid_head, parameters__kind_of="respond")
    assert late.filter(kind="issue.missed", read_at=None).count() == 1
    respond(issue, actor=world.grid_worker, now=at(20, 10), text="明天来看")
    assert not late.filter(read_at=None).exists()


def test_the_residents_word_by_phone_answers_the_question(world: World) -> None:
    issue = settled(world)
    assert unread(world.resident, "asked") == 1
    call_back(issue, actor=world.staff, now=timezone.now(), resolved=Resolved.SOLVED)
    assert unread(world.resident, "asked") == 0


def test_silence_is_no_answer(world: World) -> None:
    """Closed without a word, so whether the question ever arrived can still be asked."""
    issue = settled(world)
    sweep(now=timezone.now() + MONTH)
    issue.refresh_from_db()
    assert issue.ended_at is not None
    assert unread(world.resident, "asked") == 1


def test_one_goes_to_look_for_all(world: World) -> None:
    issue = reported(world)
    assert (unread(world.grid_head, "to_verify"), unread(world.staff, "to_verify")) == (1, 1)
    verify(issue, actor=world.grid_worker, now=at(17), is_there=True, note="修好了")
    assert (unread(world.grid_head, "to_verify"), unread(world.staff, "to_verify")) == (0, 0)


def test_what_was_added_is_read_once_it_was_looked_at(world: World) -> None:
    issue = raised(world)
    receive(issue, actor=world.grid_worker, now=timezone.now())
    add(issue, actor=world.resident, now=timezone.now(), text="又堵了")
    assert unread(world.grid_head, "added") == 1
    publish(
        Issue.objects.get(pk=issue.pk),
        actor=world.grid_worker,
        now=timezone.now(),
        title="下水道堵了",
        text="下水道堵了",
    )
    assert unread(world.grid_head, "added") == 0


def test_what_asks_for_nothing_stays_until_it_is_seen(world: World) -> None:
    issue = raised(world)
    receive(issue, actor=world.grid_worker, now=timezone.now())
    assert unread(world.resident, "received") == 1
    push_up(issue, actor=world.grid_worker, now=timezone.now(), reason="难", tried="试过")
    assert unread(world.resident, "received") == 1
