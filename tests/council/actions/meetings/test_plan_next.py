"""The next sitting is booked by the press that closes this one."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from django.utils.translation import override

from acting.actions.write_rows import insert_together
from acting.refusals import Refused
from council.actions.meetings.cancel import cancel
from council.actions.meetings.plan_next import plan_next
from council.actions.venues.book import book
from council.casework.place import in_its_place, new_place
from council.enums.meetings import MeetingState
from council.inputs import Sent
from council.models import Booking, Council, Meeting, MinutesVersion
from council.queries.meetings import councils_of
from council.queries.next_sitting import left_off
from council.refusals import NotYours, OtherTable, WrongState
from issues.enums.matter import Visibility
from issues.models import Issue
from tests.council.sittings import (
    BEGINS,
    LENGTH,
    a_called_sitting,
    a_plan,
    at_the_table,
    fresh,
    items_of,
    roll_of,
    sent,
)
from tests.council.table.doing import COMMAND, do
from tests.council.table.test_statements import statements
from tests.council.table.test_statements_of_matters import (
    by_name,
    of_the_community,
    of_three_councils,
    of_two_councils,
)
from tests.issues.sitting import hard
from tests.issues.staging import published
from tests.world import World

END = BEGINS + timedelta(hours=2)
FORTNIGHT = BEGINS + timedelta(days=14)
# Two acts by one press: closing what runs, and planning what follows (decision 0061). Matters that
# are left are taken off this agenda; where their clocks run again, that is one more.
NOTHING_LEFT, MATTERS_LEFT, CLOCKS_RUN_AGAIN = 14, 19, COMMAND


def books_next(
    world: World,
    meeting: Meeting,
    *,
    at: datetime = FORTNIGHT,
    by: Sent | None = None,
    **plan: object,
) -> Meeting:
    chair = meeting.chair
    assert chair is not None
    asked = a_plan(world, starts_at=at, **plan)
    return plan_next(meeting, actor=chair, now=END, plan=asked, sent=by or sent())


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in items_of(meeting)]


def test_one_press_closes_and_books_with_what_was_put_off_or_not_reached(
    world: World, meeting: Meeting
) -> None:
    do(meeting, "postpone_item", until=timezone.localdate(FORTNIGHT))
    following = books_next(world, meeting)
    assert fresh(meeting).state == MeetingState.CLOSED
    assert (following.state, following.follows_id) == (MeetingState.DRAFT, meeting.pk)
    assert (following.chair, following.recorder) == (world.grid_head, world.grid_worker)
    assert titles(following) == titles(meeting)
    booked = Booking.objects.get(meeting=following)
    assert (booked.begins, booked.ends) == (FORTNIGHT, FORTNIGHT + LENGTH)


def test_minutes_say_of_it_only_that_it_is_planned_whatever_becomes_of_it(
    world: World, meeting: Meeting
) -> None:
    do(meeting, "end_item")
    following = books_next(world, meeting)
    minutes = MinutesVersion.objects.get(meeting=meeting)
    fact = next(one for one in minutes.sections[0]["facts"] if "12月3日" in one["value"])
    assert "暂定" in fact["label"]
    assert fact["value"].endswith("以开会通知为准")
    cancel(following, actor=world.grid_head, now=END, reason="下雨")
    assert MinutesVersion.objects.get(meeting=meeting).sections == minutes.sections


def test_what_was_put_off_to_a_later_day_stays_off(world: World, meeting: Meeting) -> None:
    do(meeting, "postpone_item", until=timezone.localdate(FORTNIGHT) + timedelta(days=1))
    assert titles(books_next(world, meeting)) == titles(meeting)[1:]


def test_what_was_done_stays_done(world: World, meeting: Meeting) -> None:
    do(meeting, "end_item")
    assert titles(books_next(world, meeting)) == titles(meeting)[1:]


def test_a_matter_that_went_private_meanwhile_does_not_come_along(world: World) -> None:
    issue = published(world)
    meeting = at_the_table(
        world, a_called_sitting(world, items=[issue.reference, "快递柜"]), starts_item=False
    )
    Issue.objects.filter(pk=issue.pk).update(visibility=Visibility.PRIVATE)
    following = books_next(world, meeting)
    assert titles(following) == ["快递柜"]
    assert [item.issue for item in left_off(meeting, following)] == [issue]


def test_a_council_that_is_no_more_gets_no_next_sitting(world: World, meeting: Meeting) -> None:
    do(meeting, "end_item")
    Council.objects.filter(pk=meeting.council_id).update(active=False)
    with pytest.raises(WrongState, match="is no more"):
        books_next(world, meeting)
    assert fresh(meeting).state == MeetingState.OPEN
    assert Meeting.objects.count() == 1


def test_where_the_venue_is_taken_nothing_is_closed(world: World, meeting: Meeting) -> None:
    do(meeting, "end_item")
    book(
        world.venue,
        actor=world.grid_head,
        now=END,
        begins=FORTNIGHT,
        ends=FORTNIGHT + timedelta(hours=1),
        purpose="调解",
    )
    with pytest.raises(Refused, match="Taken until 16:00"):
        books_next(world, meeting)
    assert fresh(meeting).state == MeetingState.OPEN
    assert Meeting.objects.count() == 1


def test_not_while_something_goes_on(world: World, meeting: Meeting) -> None:
    with pytest.raises(Refused, match="End the item"):
        books_next(world, meeting)
    assert Meeting.objects.count() == 1


def test_the_second_press_of_another_page_books_no_second(world: World, meeting: Meeting) -> None:
    do(meeting, "end_item")
    first = books_next(world, meeting)
    with pytest.raises(Refused, match="booked already"):
        books_next(world, meeting, at=FORTNIGHT + timedelta(days=1))
    cancel(first, actor=world.grid_head, now=END, reason="下雨")
    assert books_next(world, meeting, at=FORTNIGHT + timedelta(days=1)).follows_id == meeting.pk


def test_a_sitting_that_is_closed_gets_its_next_afterwards(world: World, meeting: Meeting) -> None:
    do(meeting, "end_item")
    do(meeting, "close", now=END)
    assert titles(books_next(world, meeting)) == titles(meeting)[1:]


def test_only_from_the_table_and_never_of_a_rehearsal(world: World, meeting: Meeting) -> None:
    do(meeting, "end_item")
    with pytest.raises(OtherTable):
        books_next(world, meeting, by=sent("another"))
    asked = a_plan(world, starts_at=FORTNIGHT)
    with pytest.raises(NotYours):
        plan_next(meeting, actor=world.resident, now=END, plan=asked, sent=sent())
    Meeting.objects.filter(pk=meeting.pk).update(rehearsal=True)
    with pytest.raises(WrongState):
        books_next(world, fresh(meeting))


def test_the_minutes_say_when_they_sit_next(world: World, meeting: Meeting) -> None:
    do(meeting, "end_item")
    books_next(world, meeting)
    said = MinutesVersion.objects.get(meeting=meeting).sections[0]["facts"][-1]
    assert "12月3日" in str(said)


@pytest.mark.parametrize("left", [1, 4])
def test_booking_the_next_costs_the_same_however_much_is_left(world: World, left: int) -> None:
    matters = [published(world).reference for _ in range(left)]
    meeting = at_the_table(world, a_called_sitting(world, items=matters), starts_item=False)
    found = statements(lambda: books_next(world, meeting))
    assert len(found) == MATTERS_LEFT, found
    assert len(titles(Meeting.objects.get(follows=meeting))) == left


def test_where_nothing_is_left_it_costs_less(world: World, meeting: Meeting) -> None:
    do(meeting, "end_item")
    do(meeting, "start_item")
    do(meeting, "end_item")
    found = statements(lambda: books_next(world, meeting))
    assert len(found) == NOTHING_LEFT, found


def test_where_the_clock_of_what_is_left_runs_again(world: World) -> None:
    meeting = of_the_community(world, matters=4)
    by_name(meeting)
    runs: dict[str, Any] = {"chair": world.lead, "recorder": world.staff}
    found = statements(lambda: books_next(world, meeting, **runs))
    assert len(found) == CLOCKS_RUN_AGAIN, found


def test_two_councils_together_cost_no_more(world: World) -> None:
    meeting = of_two_councils(world, hard(world))
    by_name(meeting)
    joined = tuple(councils_of(meeting)[1:])
    found = statements(lambda: books_next(world, meeting, councils=joined))
    assert len(found) == MATTERS_LEFT, found
    following = Meeting.objects.get(follows=meeting)
    assert [one.pk for one in councils_of(following)] == [meeting.council_id, joined[0].pk]
    # One roll, each person once, the host's members first.
    roll = [line.person for line in roll_of(following)]
    assert len(set(roll)) == len(roll) == 6
    assert roll == [line.person for line in roll_of(meeting)]


def test_nor_do_three_together_whose_matters_wait_and_who_voted_by_name(world: World) -> None:
    meeting = of_three_councils(world)
    by_name(meeting)
    runs: dict[str, Any] = {"chair": world.lead, "recorder": world.staff}
    joined = tuple(councils_of(meeting)[1:])
    found = statements(lambda: books_next(world, meeting, councils=joined, **runs))
    assert len(found) == CLOCKS_RUN_AGAIN, found
    following = Meeting.objects.get(follows=meeting)
    assert titles(following) == titles(meeting)[1:]
    assert councils_of(following) == councils_of(meeting)
    said = str(MinutesVersion.objects.get(meeting=meeting).sections)
    with override(settings.LANGUAGE_CODE):
        assert all(council.name in said for council in councils_of(meeting))


def test_what_the_lock_of_a_venue_would_let_through_is_refused_in_words_too(
    world: World, meeting: Meeting
) -> None:
    given: dict[str, Any] = {"actor": world.grid_head, "now": END, "purpose": "调解"}
    book(world.venue, begins=FORTNIGHT, ends=FORTNIGHT + timedelta(hours=1), **given)
    following = Meeting(
        council=meeting.council, venue=world.venue, starts_at=FORTNIGHT, ends_at=FORTNIGHT + LENGTH
    )
    booked = new_place(following, by=world.grid_head, now=END, is_taken=False)
    with (
        pytest.raises(Refused, match="Taken until 16:00"),
        in_its_place(a_plan(world, starts_at=FORTNIGHT)),
    ):
        insert_together(booked)
    assert Booking.objects.filter(meeting=None).count() == 1
