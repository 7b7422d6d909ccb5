"""The page on which a sitting is closed and the next one booked, without a script."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from council.enums.meetings import MeetingState
from council.models import Booking, Lease, Meeting
from tests.council.sittings import a_called_sitting, at_the_table, fresh
from tests.council.table.doing import do
from tests.harness.signing_in import signed_in
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(world: World) -> Meeting:
    """Since half an hour, its first item done."""
    began = timezone.now() - timedelta(minutes=30)
    called = a_called_sitting(world, now=began - timedelta(minutes=30), starts_at=began)
    meeting = at_the_table(world, called, now=began)
    do(meeting, "end_item", now=began + timedelta(minutes=10))
    # The pages of this test may run it, as if they were of one tablet.
    Lease.objects.filter(meeting=meeting).delete()
    return fresh(meeting)


def address(meeting: Meeting) -> str:
    return f"/sittings/{meeting.uid}/next/"


def filled(page: str, meeting: Meeting, **more: str) -> dict[str, str]:
    return {
        "submission": page.split('name="submission" value="')[1].split('"', maxsplit=1)[0],
        "name": "第一网格议事会",
        "starts_at": f"{timezone.localtime() + timedelta(days=14):%Y-%m-%dT15:00}",
        "minutes": "60",
        "venue": str(meeting.venue_id),
        "place": "",
        **more,
    }


def test_one_page_one_press_one_sitting(world: World, meeting: Meeting) -> None:
    chair = signed_in(world.grid_head)
    page = chair.get(address(meeting)).content.decode()
    assert "铁路涵洞积水" in page
    sent = filled(page, meeting)
    first, second = (chair.post(address(meeting), sent) for _press in range(2))
    following = Meeting.objects.get(follows=meeting)
    assert first["Location"] == second["Location"] == f"/sittings/{meeting.uid}/"
    assert fresh(meeting).state == MeetingState.CLOSED
    assert chair.get(address(meeting)).status_code == 302
    shown = chair.get(f"/sittings/{meeting.uid}/").content.decode()
    assert f"/sittings/{following.uid}/" in shown
    assert "没议到" in shown
    assert "应到的人" in shown
    # A draft is its makers' own.
    assert (
        f"/sittings/{following.uid}/"
        not in Client().get(f"/sittings/{meeting.uid}/").content.decode()
    )


def test_a_taken_place_is_told_and_what_was_typed_stays(world: World, meeting: Meeting) -> None:
    chair = signed_in(world.grid_head)
    page = chair.get(address(meeting)).content.decode()
    sent = filled(page, meeting, name="要紧的下一次")
    chair.post(address(meeting), sent | {"minutes": "90"})
    booked = Booking.objects.get(meeting__follows=meeting)
    Meeting.objects.filter(follows=meeting).update(follows=None)
    again = filled(chair.get(address(meeting)).content.decode(), meeting, name="要紧的下一次")
    answer = chair.post(address(meeting), again)
    assert answer.status_code == 422
    said = unescape(answer.content.decode())
    assert f"{timezone.localtime(booked.ends):%H:%M}" in said
    assert "要紧的下一次" in said


def test_there_is_a_way_to_it_at_the_table(world: World, meeting: Meeting) -> None:
    page = signed_in(world.grid_head).get(f"/sittings/{meeting.uid}/table/").content.decode()
    assert address(meeting) in page
