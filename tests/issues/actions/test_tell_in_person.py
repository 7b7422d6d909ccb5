from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from issues.actions.respond import respond
from issues.actions.tell_in_person import tell_in_person
from issues.actions.withdraw import withdraw
from issues.models import Issue
from issues.queries.unreached import reporter_unreached
from issues.refusals import NotYours
from ledger.models import Entry
from notifications.enums import Channel, DeliveryState, DropReason
from notifications.models import Delivery, Notice
from tests.issues.staging import published
from tests.world import World


@pytest.fixture
def issue(world: World) -> Issue:
    """The last text message to its reporter failed for good."""
    issue = published(world)
    fail(issue)
    return issue


def fail(issue: Issue) -> Delivery:
    """Everything so far about `issue` failed; the newest is given back."""
    texts = Delivery.objects.filter(notice__subject=issue.uid)
    texts.update(state=DeliveryState.FAILED, sent_at=None, attempts=8, last_error="TimeoutError")
    newest = texts.order_by("pk").last()
    assert newest is not None
    return newest


def unreached() -> set[int]:
    return set(Issue.objects.filter(reporter_unreached()).values_list("pk", flat=True))


def test_a_failed_message_makes_its_own_matter_one_whose_resident_was_not_reached(
    world: World, issue: Issue
) -> None:
    published(world)
    assert unreached() == {issue.pk}


@pytest.mark.parametrize("state", [DeliveryState.WAITING, DeliveryState.DROPPED])
def test_what_waits_or_was_not_wanted_any_more_did_not_fail(issue: Issue, state: str) -> None:
    Delivery.objects.update(state=state)
    assert unreached() == set()


def test_who_read_it_here_was_reached(world: World, issue: Issue) -> None:
    Notice.objects.filter(recipient=world.resident).update(read_at=timezone.now())
    assert unreached() == set()


def test_who_got_the_same_by_mail_was_reached(issue: Issue) -> None:
    newest = Delivery.objects.latest("pk")
    Delivery.objects.create(
        notice=newest.notice,
        channel=Channel.EMAIL,
        state=DeliveryState.SENT,
        next_try_at=timezone.now(),
        sent_at=timezone.now(),
    )
    assert unreached() == set()


def test_a_later_message_that_arrived_says_that_the_number_works(
    world: World, issue: Issue
) -> None:
    respond(issue, actor=world.grid_worker, now=timezone.now(), text="明天来修")
    assert unreached() == {issue.pk}
    waiting = Delivery.objects.filter(state=DeliveryState.WAITING)
    assert waiting.update(state=DeliveryState.SENT, sent_at=F("next_try_at"))
    assert unreached() == set()


def test_a_message_to_somebody_else_about_it_is_not_the_residents(
    world: World, issue: Issue
) -> None:
    Notice.objects.filter(subject=issue.uid).exclude(recipient=world.resident).delete()
    Notice.objects.filter(subject=issue.uid).update(recipient=world.neighbour)
    assert unreached() == set()


def test_a_worker_who_told_them_is_recorded_inside_and_the_matter_rests(
    world: World, issue: Issue
) -> None:
    version = Issue.objects.get(pk=issue.pk).version
    tell_in_person(issue, actor=world.grid_worker, now=timezone.now())
    assert unreached() == set()
    dropped = Delivery.objects.filter(state=DeliveryState.DROPPED)
    assert set(dropped.values_list("last_error", flat=True)) == {DropReason.TOLD}
    entry = Entry.objects.select_related("stream").get(kind="issue.told_in_person")
    assert (entry.stream.name, entry.stream.public) == (issue.inside_stream, False)
    assert Issue.objects.get(pk=issue.pk).version == version


def test_saying_it_again_or_where_nothing_failed_records_nothing(
    world: World, issue: Issue
) -> None:
    fine = published(world)
    for one in (issue, issue, fine):
        tell_in_person(one, actor=world.grid_worker, now=timezone.now())
    assert Entry.objects.filter(kind="issue.told_in_person").count() == 1


def test_it_can_be_said_after_the_end_too(world: World, issue: Issue) -> None:
    issue.refresh_from_db()
    withdraw(issue, actor=world.resident, now=timezone.now(), reason="修好了", seen=issue.version)
    fail(issue)
    tell_in_person(issue, actor=world.grid_worker, now=timezone.now() + timedelta(days=1))
    assert unreached() == set()


@pytest.mark.parametrize("who", ["resident", "neighbour", "far_grid_worker", "clerk"])
def test_nobody_else_may_say_so(world: World, issue: Issue, who: str) -> None:
    with pytest.raises(NotYours):
        tell_in_person(issue, actor=getattr(world, who), now=timezone.now())
    assert unreached() == {issue.pk}
