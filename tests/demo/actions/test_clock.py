"""What lets the tour be true whenever it is taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from accounts.models import User
from acting.refusals import Refused
from clocks.hours import SHANGHAI
from council.actions.venues.book import book
from council.enums.meetings import MeetingState
from council.models import Meeting
from demo.actions.begin_soon import PLACE, begin_soon
from demo.actions.fall_due import fall_due
from demo.seeds.coming import READY, soon
from demo.seeds.councils import seat_councils
from demo.seeds.people import admit_people
from demo.seeds.places import lay_places
from demo.seeds.seed import FOUNDED
from grids.models import Venue
from issues.actions.sweep import sweep
from issues.enums.turns import Level
from issues.models import Issue
from tests.harness.clone import cloned_database, orm_on

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=SHANGHAI)


@pytest.fixture(scope="module")
def peopled(django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with cloned_database() as name:
        with orm_on(name, django_db_blocker):
            places = lay_places(now=NOW - FOUNDED)
            people = admit_people(places, now=NOW - FOUNDED)
            seat_councils(places, people, now=NOW, small=True)
        yield name


@pytest.fixture
def town(peopled: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with orm_on(peopled, django_db_blocker), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.usefixtures("town")
def test_a_matter_falls_due_within_a_minute_and_goes_up_by_itself() -> None:
    clock = fall_due(now=NOW)
    assert NOW < clock.due_at <= NOW + MINUTE
    assert clock.issue.grid.code == "ZJD-2"
    sweep(now=clock.due_at + MINUTE)
    assert Issue.objects.get(pk=clock.issue_id).level == Level.COMMUNITY


@pytest.mark.usefixtures("town")
def test_pressed_twice_there_is_one_and_later_there_is_another() -> None:
    first, again = fall_due(now=NOW), fall_due(now=NOW + 10 * timedelta(seconds=1))
    assert first.pk == again.pk
    assert fall_due(now=NOW + 2 * MINUTE).pk != first.pk


@pytest.mark.usefixtures("town")
def test_a_sitting_begins_soon_and_only_one() -> None:
    meeting = begin_soon(now=NOW)
    assert meeting is not None
    assert meeting.title == f"十一月{READY}"
    assert NOW + 15 * MINUTE <= meeting.starts_at <= NOW + 20 * MINUTE
    again = begin_soon(now=NOW + MINUTE)
    assert again == meeting
    assert Meeting.objects.count() == 1


@pytest.mark.usefixtures("town")
def test_one_whose_time_is_over_is_moved_and_one_that_was_held_is_called_anew() -> None:
    meeting, later = begin_soon(now=NOW), NOW + 9 * DAY
    assert meeting is not None
    moved = begin_soon(now=later)
    assert moved is not None
    assert (moved.pk, moved.starts_at, moved.calls) == (meeting.pk, soon(later), 2)
    assert moved.title == f"十二月{READY}"
    Meeting.objects.filter(pk=moved.pk).update(state=MeetingState.CANCELLED, cancelled_at=later)
    anew = begin_soon(now=later + DAY)
    assert anew is not None
    assert anew.pk != meeting.pk


@pytest.mark.usefixtures("town")
def test_it_sits_under_the_tree_where_the_pavilion_is_taken() -> None:
    begins = soon(NOW)
    head = User.objects.get(name="刘建国")
    venue = Venue.objects.get(grid__code="ZJD-1")
    book(venue, actor=head, now=NOW, begins=begins, ends=begins + 20 * MINUTE, purpose="读报")
    meeting = begin_soon(now=NOW)
    assert meeting is not None
    assert (meeting.venue, meeting.place) == (None, PLACE)


@pytest.mark.usefixtures("town")
def test_the_command_and_the_button_do_both(client: Client) -> None:
    said = StringIO()
    call_command("demo_clock", stdout=said)
    assert "falls due at" in said.getvalue()
    assert READY in said.getvalue()
    answer = client.post("/demo/clock/", follow=True)
    page = answer.content.decode()
    assert Issue.objects.get().reference in page
    assert Meeting.objects.get().title in page
    assert Meeting.objects.get().starts_at > timezone.now()


@pytest.mark.django_db
def test_before_the_data_are_there_both_say_so(client: Client) -> None:
    with pytest.raises(Refused):
        fall_due(now=NOW)
    with pytest.raises(CommandError):
        call_command("demo_clock")
    assert client.post("/demo/clock/").headers["Location"] == "/demo/"
