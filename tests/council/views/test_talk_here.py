"""A talk begins at a venue at once, and is written down with the place filled in."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from clocks.dates import time_words
from council.actions.venues.book import book
from council.actions.venues.talk_here import talk_here
from council.models import Booking, CouncilMember, Meeting
from council.order.bookings import from_now_on
from council.refusals import WrongState
from grids.models import Venue
from grids.standing import Standing
from grids.talks import way_to_talk
from tests.council.sittings import a_council, members_of
from tests.harness.signing_in import signed_in
from tests.issues.sitting import major
from tests.world import World

pytestmark = pytest.mark.django_db

HERE = "/venues/ZJD01/talk/"


def pressed(client: Client, minutes: int = 30, **more: str) -> object:
    sent = {"submission": str(uuid4()), "minutes": str(minutes), **more}
    return client.post(HERE, sent)


def test_the_place_is_taken_at_once_and_stands_in_what_is_written_down(world: World) -> None:
    a_council(world)
    worker = signed_in(world.grid_worker)
    key = str(uuid4())
    first, second = (pressed(worker, submission=key) for _press in range(2))
    booked = Booking.objects.get()
    began = timezone.localtime(booked.begins).strftime("%Y-%m-%dT%H:%M")
    way = f"/sittings/talk/?{urlencode({'venue': 'ZJD01', 'began': began})}"
    assert first["Location"] == second["Location"] == way  # type: ignore[index]
    assert (booked.begins, booked.ends) == from_now_on(booked.begins, minutes=30)
    form = worker.get(way, follow=True)
    assert "council=ZJD-1" in form.redirect_chain[-1][0]
    assert f'value="{world.venue.pk}" selected' in form.content.decode()
    assert f'value="{began}"' in form.content.decode()
    sent = {
        "submission": str(uuid4()), "name": "门前的灯", "note": "先换灯泡。", "party": "老赵",
        "minutes": "20", "venue": str(world.venue.pk), "began_at": began,
    }  # fmt: skip
    worker.post(form.redirect_chain[-1][0], sent)
    meeting = Meeting.objects.get()
    assert (meeting.venue, meeting.starts_at) == (world.venue, booked.begins)
    # They sat for less than what is usual.
    assert meeting.closed_at is not None
    assert meeting.closed_at < booked.begins + timedelta(minutes=20)
    assert "还没定" not in worker.get(f"/sittings/{meeting.uid}/").content.decode()


def test_whose_the_place_is_already_goes_on_there_from_whatever_page(world: World) -> None:
    a_council(world)
    worker, head = signed_in(world.grid_worker), signed_in(world.grid_head)
    first, second = (pressed(worker, minutes) for minutes in (30, 60))
    assert first["Location"] == second["Location"]  # type: ignore[index]
    taken = time_words(Booking.objects.get().ends)
    # Not for as long as was asked the second time, and that is said.
    told = worker.get(first["Location"], follow=True).content.decode()  # type: ignore[index]
    assert told.count(f"这地方 {taken} 以前归您用") == 2
    assert taken not in worker.get(HERE).content.decode()
    assert taken in head.get(HERE).content.decode()


def test_where_it_is_taken_it_says_until_when_and_where_else(world: World) -> None:
    a_council(world)
    other = Venue.objects.create(
        grid=world.grid, code="ZJD77", name="葡萄架下", kind=world.venue.kind
    )
    # Nobody of this grid may book there.
    elsewhere = Venue.objects.create(
        grid=world.other_grid, code="ZJD78", name="廊下", kind=world.venue.kind
    )
    now = timezone.now()
    begins, ends = from_now_on(now, minutes=20)
    taken = book(
        world.venue,
        actor=world.grid_head,
        now=now,
        begins=begins,
        ends=ends,
        purpose="调解",
    )
    worker = signed_in(world.grid_worker)
    page = worker.get(HERE).content.decode()
    assert time_words(taken.ends) in page
    # Sitting down here is not the next thing to do.
    assert "button-next" not in page.split("<main", 1)[1]
    assert f"/venues/{other.code}/talk/" in page
    assert f"/venues/{elsewhere.code}/talk/" not in page
    answer = pressed(worker)
    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert f"/venues/{other.code}/talk/" in answer.content.decode()  # type: ignore[attr-defined]
    assert Booking.objects.count() == 1


LEADING = ("/venues/ZJD01/", "/raise/?venue=ZJD01", "/venues/ZJD01/calendar/")


def test_the_way_to_it_is_shown_to_whom_it_is_open_and_nobody_else(world: World) -> None:
    council = a_council(world)
    member = members_of(council)[0]
    # A dispatcher convenes for all grids of the street, and books no venue there.
    posted_elsewhere = (
        world.other_grid_worker, world.clerk, world.near_staff, world.dispatcher,
    )  # fmt: skip
    for page in LEADING:
        for person in (world.grid_worker, member):
            assert HERE in signed_in(person).get(page).content.decode()
        for person in (world.stranger, *posted_elsewhere):
            assert HERE not in signed_in(person).get(page).content.decode()


def test_who_is_not_signed_in_costs_no_statement(world: World) -> None:
    a_council(world)
    with CaptureQueriesContext(connection) as asked:
        assert way_to_talk(world.venue, Standing(user_id=None), now=timezone.now()) == ""
    assert len(asked) == 0


def test_a_public_matter_leads_to_it_with_its_number(world: World) -> None:
    a_council(world)
    issue = major(world)
    worker = signed_in(world.grid_worker)
    way = f"/sittings/talk/?matter={issue.reference}"
    assert way in worker.get(f"/issues/{issue.reference}/act/deliberate/").content.decode()
    form = worker.get(way, follow=True).content.decode()
    assert f'name="matter" value="{issue.reference}"' in form


def test_it_leads_nobody_there_from_whom_no_council_takes_a_talk(world: World) -> None:
    issue = major(world)
    form = f"/issues/{issue.reference}/act/deliberate/"
    page = signed_in(world.grid_worker).get(form).content.decode()
    assert "submission" in page
    assert "/sittings/talk/" not in page


def test_where_no_council_could_keep_the_talk_the_place_is_not_taken(world: World) -> None:
    worker = signed_in(world.grid_worker)
    assert "没有地方记" in worker.get(HERE, follow=True).content.decode()
    pressed(worker)
    with pytest.raises(WrongState):
        talk_here(world.venue, actor=world.grid_worker, now=timezone.now(), minutes=30)
    assert not Booking.objects.exists()
    for page in LEADING:
        shown = worker.get(page).content.decode()
        assert HERE not in shown
        assert "/sittings/talk/" not in shown


def test_it_is_asked_of_the_one_who_writes_it_down(world: World) -> None:
    """The council is the community's, and takes talks of its members and of who convenes it."""
    council = a_council(world)
    council.body = world.community
    council.save()
    CouncilMember.objects.filter(council=council, person=world.grid_worker).delete()
    with pytest.raises(WrongState):
        talk_here(world.venue, actor=world.grid_worker, now=timezone.now(), minutes=30)
    talk_here(world.venue, actor=world.staff, now=timezone.now(), minutes=30)
