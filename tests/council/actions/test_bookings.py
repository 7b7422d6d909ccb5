"""Who takes a venue, when, and who changes it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import DataError, IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.test import Client

from accounts.models import User
from acting.refusals import Refused
from clocks.hours import SHANGHAI
from council.actions.meetings.call_meeting import call_meeting
from council.actions.venues.book import book
from council.actions.venues.cancel_booking import cancel_booking
from council.actions.venues.move_booking import move_booking
from council.enums.bookings import BookingStatus
from council.models import Booking, CouncilMember
from council.refusals import NotYours, Stale, WrongState
from ledger.queries.timeline import timeline
from notifications.models import Notice
from tests.council.conftest import NOW
from tests.council.sittings import BEGINS, CONVENED, a_council, a_draft
from tests.world import World


def at(clock: str, *, day: int = 17) -> datetime:
    return datetime.fromisoformat(f"2026-11-{day:02}T{clock}:00").replace(tzinfo=SHANGHAI)


def booked(
    world: World, begins: str = "19:00", ends: str = "21:00", *, by: User | None = None
) -> Booking:
    return book(
        world.venue,
        actor=by or world.grid_worker,
        now=NOW,
        begins=at(begins),
        ends=at(ends),
        purpose="楼道杂物怎么清",
    )


def test_members_and_those_who_work_there_book_and_nobody_else(
    world: World, member: CouncilMember
) -> None:
    for hour, person in enumerate((world.grid_worker, world.grid_head, world.staff, world.lead)):
        booked(world, f"{hour + 9:02}:00", f"{hour + 10:02}:00", by=person)
    booked(world, by=member.person)
    others = (world.resident, world.stranger, world.other_grid_worker, world.near_staff)
    for person in others:
        with pytest.raises(NotYours):
            booked(world, "06:00", "07:00", by=person)
    assert Booking.objects.count() == 5


def test_a_taken_time_is_refused_with_when_it_is_free(world: World) -> None:
    booked(world, "09:00", "10:00")
    booked(world, "11:00", "12:00")
    with pytest.raises(Refused) as refused:
        booked(world, "09:30", "11:00")
    assert refused.value.field == "begins"
    assert "10:00" in str(refused.value)
    assert "12:00" in str(refused.value)
    # Bookings may touch each other, and another venue is another thing.
    booked(world, "10:00", "11:00")
    book(
        world.other_venue, actor=world.staff, now=NOW, begins=at("09:00"), ends=at("10:00"),
        purpose="东苑开会",
    )  # fmt: skip


def test_a_full_day_says_so(world: World) -> None:
    booked(world, "08:00", "16:00")
    booked(world, "16:00", "23:59")
    with pytest.raises(Refused, match="16:00"):
        booked(world, "09:00", "11:00")


@pytest.mark.parametrize(
    ("begins", "ends", "field"),
    [
        (at("21:00"), at("19:00"), "ends"),
        (at("19:00", day=15), at("20:00", day=15), "begins"),
        (at("23:00"), at("01:00", day=18), "ends"),
        (at("09:00"), at("18:00"), "ends"),
    ],
)
def test_impossible_times_are_refused(
    world: World, begins: datetime, ends: datetime, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        book(world.venue, actor=world.staff, now=NOW, begins=begins, ends=ends, purpose="开会")
    assert refused.value.field == field


def test_a_closed_venue_and_an_empty_purpose_are_refused(world: World) -> None:
    for purpose, active, field in (("  ", True, "purpose"), ("开会", False, "venue")):
        world.venue.active = active
        world.venue.save(update_fields=["active"])
        with pytest.raises(Refused) as refused:
            book(
                world.venue, actor=world.staff, now=NOW, begins=at("09:00"), ends=at("10:00"),
                purpose=purpose,
            )  # fmt: skip
        assert refused.value.field == field
    assert not Booking.objects.exists()


def test_the_database_itself_holds_no_two_bookings_of_one_moment(world: World) -> None:
    row = booked(world)
    more = {"venue": world.venue, "by": world.staff, "purpose": "x", "booked_at": NOW}
    for during in (
        row.during,
        DateTimeTZRange(at("20:59"), at("22:00")),
        DateTimeTZRange(at("22:00"), at("22:00")),
        DateTimeTZRange(at("22:00"), at("23:00"), "[]"),
        DateTimeTZRange(at("22:00"), None),
    ):
        with pytest.raises((IntegrityError, DataError)), transaction.atomic():
            Booking.objects.create(during=during, **more)
    cancel_booking(row, actor=world.grid_worker, now=NOW)
    Booking.objects.create(during=row.during, **more)


class TestChange:
    def test_whoever_booked_it_moves_it_and_the_old_time_is_free(self, world: World) -> None:
        row = booked(world)
        moved = move_booking(
            row, actor=world.grid_worker, now=NOW, begins=at("20:00"), ends=at("22:00"), seen=1
        )
        assert (moved.begins, moved.ends) == (at("20:00"), at("22:00"))
        booked(world, "19:00", "20:00")
        with pytest.raises(Stale):
            move_booking(
                row, actor=world.grid_worker, now=NOW, begins=at("14:00"), ends=at("15:00"), seen=1
            )

    def test_it_is_not_moved_onto_another(self, world: World) -> None:
        row = booked(world)
        booked(world, "14:00", "16:00")
        with pytest.raises(Refused, match="16:00"):
            move_booking(
                row, actor=world.grid_worker, now=NOW, begins=at("15:00"), ends=at("17:00")
            )

    def test_moved_to_where_it_is_nothing_happens(self, world: World) -> None:
        row = booked(world)
        same = move_booking(
            row, actor=world.grid_worker, now=NOW, begins=at("19:00"), ends=at("21:00")
        )
        assert same.version == 1

    def test_what_has_begun_may_end_earlier_and_what_is_over_stays(self, world: World) -> None:
        row, during = booked(world), at("20:00")
        moved = move_booking(
            row, actor=world.grid_worker, now=during, begins=at("19:00"), ends=at("20:30")
        )
        assert moved.ends == at("20:30")
        with pytest.raises(WrongState):
            cancel_booking(row, actor=world.grid_worker, now=at("21:00"))

    def test_others_change_it_only_if_they_look_after_the_place(
        self, world: World, member: CouncilMember
    ) -> None:
        row = booked(world, by=world.grid_worker)
        for person in (member.person, world.resident, world.near_staff):
            with pytest.raises(NotYours):
                cancel_booking(row, actor=person, now=NOW)
        cancelled = cancel_booking(row, actor=world.staff, now=NOW)
        assert cancelled.status == BookingStatus.CANCELLED
        with pytest.raises(WrongState):
            cancel_booking(row, actor=world.staff, now=NOW)
        told = Notice.objects.filter(kind="council.booking_cancelled")
        assert world.grid_worker in [notice.recipient for notice in told]

    def test_whose_term_has_ended_changes_nothing_any_more(
        self, world: World, member: CouncilMember
    ) -> None:
        row = booked(world, by=member.person)
        member.delete()
        with pytest.raises(NotYours):
            cancel_booking(row, actor=world.neighbour, now=NOW + timedelta(hours=1))


def test_the_record_says_when_and_never_for_what(world: World) -> None:
    row = booked(world)
    (entry,) = timeline(f"venue:{world.venue.code}")
    assert entry.kind == "council.booked"
    assert entry.parameters["booking"] == str(row.uid)
    assert "杂物" not in str(entry.parameters) + str(entry.texts)


def test_what_is_booked_for_a_sitting_goes_with_the_sitting(world: World, client: Client) -> None:
    draft = a_draft(world, a_council(world), venue=world.venue)
    row = Booking.objects.get(meeting=draft)
    with pytest.raises(WrongState):
        cancel_booking(row, actor=world.staff, now=CONVENED)
    calendar = f"/venues/ZJD01/calendar/?week={BEGINS.date().isoformat()}"
    sitting = f"/sittings/{draft.uid}/"
    assert sitting not in client.get(calendar).content.decode()
    call_meeting(draft, actor=world.grid_head, now=CONVENED)
    assert sitting in client.get(calendar).content.decode()
