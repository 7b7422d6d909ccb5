from __future__ import annotations

from datetime import timedelta

import pytest

from acting.refusals import Refused
from council.enums.bookings import BookingStatus
from council.enums.meetings import MeetingState
from council.models import Booking, Meeting, Presence
from council.refusals import WrongState
from tests.council.sittings import BEGINS, at_the_table, fresh, roll_of
from tests.council.table.doing import do, moved, speaks, vote_on
from tests.world import World

END = BEGINS + timedelta(hours=2)


def test_it_ends_when_the_server_says_and_everybody_leaves(meeting: Meeting) -> None:
    do(meeting, "end_item")
    do(meeting, "close", now=END, happened=BEGINS - timedelta(days=1))
    row = fresh(meeting)
    assert (row.state, row.closed_at, row.code) == (MeetingState.CLOSED, END, "")
    assert not Presence.objects.filter(left_at=None).exists()
    with pytest.raises(WrongState):
        do(meeting, "arrive", roll=roll_of(meeting)[0].uid)


def test_its_venue_is_free_from_then_on(meeting: Meeting) -> None:
    early = BEGINS + timedelta(minutes=40)
    do(meeting, "end_item")
    do(meeting, "close", now=early + timedelta(seconds=25))
    booking = fresh(meeting).booking
    assert booking is not None
    assert (booking.begins, booking.ends, booking.version) == (BEGINS, early, 2)
    assert not Booking.objects.taken(early, END).exists()


def test_one_that_ran_late_keeps_the_time_that_was_booked(meeting: Meeting) -> None:
    do(meeting, "end_item")
    do(meeting, "close", now=END + timedelta(minutes=20))
    booking = fresh(meeting).booking
    assert booking is not None
    assert (booking.begins, booking.ends, booking.version) == (BEGINS, END, 1)


def test_one_that_was_over_before_its_hour_gives_the_venue_back(world: World) -> None:
    before = BEGINS - timedelta(minutes=20)
    meeting = at_the_table(world, now=before - timedelta(minutes=10))
    do(meeting, "end_item", now=before)
    do(meeting, "close", now=before)
    assert fresh(meeting).booking is None
    assert Booking.objects.get().status == BookingStatus.CANCELLED


def test_not_while_something_goes_on(meeting: Meeting) -> None:
    with pytest.raises(Refused, match="End the item"):
        do(meeting, "close")
    speaks(meeting, roll_of(meeting)[0])
    with pytest.raises(Refused, match="has the floor"):
        do(meeting, "close")
    do(meeting, "end_speech")
    vote_on(meeting, moved(meeting))
    with pytest.raises(Refused, match="A vote is running"):
        do(meeting, "close")
