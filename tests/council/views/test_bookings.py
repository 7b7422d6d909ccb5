"""The calendar of a venue, by who looks."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from clocks.hours import SHANGHAI
from council.actions.venues.book import book
from council.models import Booking, CouncilMember
from tests.council.sittings import a_council
from tests.harness.signing_in import signed_in
from tests.world import World

CALENDAR = "/venues/ZJD01/calendar/"


def tomorrow(hour: int) -> datetime:
    day = timezone.localdate() + timedelta(days=1)
    return datetime.combine(day, time(hour), SHANGHAI)


def booked(world: World, begins: int = 19) -> Booking:
    return book(
        world.venue, actor=world.grid_worker, now=timezone.now(), begins=tomorrow(begins),
        ends=tomorrow(begins + 1), purpose="楼道杂物怎么清",
    )  # fmt: skip


def week() -> str:
    return f"{CALENDAR}?week={tomorrow(9).date().isoformat()}"


def sent(begins: str, ends: str, **more: str) -> dict[str, str]:
    day = tomorrow(9).date().isoformat()
    return {
        "submission": str(uuid4()), "day": day, "begins": begins, "ends": ends,
        "purpose": "议停车", **more,
    }  # fmt: skip


def test_everybody_reads_what_is_taken_and_only_who_may_book_reads_by_whom(
    world: World, client: Client
) -> None:
    a_council(world)
    booked(world)
    page = client.get(week()).content.decode()
    talk = "/sittings/talk/"
    assert talk not in page
    assert talk in signed_in(world.grid_worker).get(week()).content.decode()
    assert "19:00–20:00" in page
    assert "楼道杂物怎么清" in page
    assert "王晓燕" not in page
    assert "王晓燕" in signed_in(world.staff).get(week()).content.decode()


def test_the_page_of_the_venue_leads_to_its_calendar(world: World, client: Client) -> None:
    assert CALENDAR in client.get("/venues/ZJD01/").content.decode()


@pytest.mark.parametrize("asked", ["", "nonsense", "2026-02-31", "0001-01-01", "9999-12-31"])
def test_any_week_can_be_asked_for(world: World, client: Client, asked: str) -> None:
    assert client.get(f"{CALENDAR}?week={asked}").status_code == 200


def test_a_member_books_by_the_form_and_what_is_wrong_is_said_beside_it(
    world: World, member: CouncilMember
) -> None:
    booked(world)
    client = signed_in(member.person)
    for begins, ends, words in (
        ("21:00", "20:00", ""),
        ("19:30", "20:30", "20:00"),
        ("tea", "20:30", ""),
    ):
        answer = client.post("/venues/ZJD01/book/", sent(begins, ends))
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "议停车" in page
        assert "field-error" in page
        assert words in page
    answer = client.post("/venues/ZJD01/book/", sent("20:00", "21:00"))
    assert answer.status_code == 302
    assert answer["Location"].startswith(CALENDAR)
    assert Booking.objects.count() == 2


def test_until_midnight_is_within_the_day(world: World) -> None:
    answer = signed_in(world.staff).post("/venues/ZJD01/book/", sent("22:00", "00:00"))
    assert answer.status_code == 302


def test_sent_twice_it_is_booked_once(world: World) -> None:
    client, form = signed_in(world.staff), sent("09:00", "10:00")
    first, again = (client.post("/venues/ZJD01/book/", form) for _ in range(2))
    assert first["Location"] == again["Location"]
    assert Booking.objects.count() == 1


def test_a_neighbour_gets_back_what_they_typed(world: World) -> None:
    answer = signed_in(world.resident).post("/venues/ZJD01/book/", sent("09:00", "10:00"))
    assert answer.status_code == 409
    assert "议停车" in answer.content.decode()


def test_a_booking_is_not_found_at_another_venue(world: World) -> None:
    row = booked(world)
    client = signed_in(world.staff)
    assert client.get(f"/venues/ZJD02/bookings/{row.uid}/move/").status_code == 404
    assert client.get(f"/venues/ZJD01/bookings/{row.uid}/abolish/").status_code == 404
    assert client.get(f"/venues/ZJD01/bookings/{row.uid}/move/").status_code == 200


def test_a_week_costs_the_same_however_much_is_booked(
    world: World, django_assert_max_num_queries: object
) -> None:
    for hour in range(8, 20):
        booked(world, hour)
    client = signed_in(world.staff)
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        client.get(week())
