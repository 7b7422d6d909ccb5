"""Calendars: for all, for one grid, for one person by a secret address."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
import vobject
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.utils import timezone

from council.actions.feeds.make_feed import make_feed
from council.calendar.token import token_of
from council.enums.meetings import MeetingState, RollStanding
from council.models import Council, CouncilMember, FeedKey, Meeting, Roll
from desks.actions.erase_person import erase_person
from tests.council.held import a_meeting
from tests.harness.signing_in import signed_in
from tests.world import World

pytestmark = pytest.mark.django_db


HOUR = timedelta(hours=1)


def soon(world: World, council: Council, **more: Any) -> Meeting:
    start = timezone.now() + timedelta(days=3)
    given = {"starts_at": start, "ends_at": start + HOUR, "called_at": timezone.now()}
    return a_meeting(world, council, **{**given, **more})


def events(client: Client, address: str = "/sittings.ics") -> list[Any]:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    found: list[Any] = vobject.readOne(answer.content.decode()).contents.get("vevent", [])
    return found


def titles(client: Client, address: str = "/sittings.ics") -> set[str]:
    return {event.summary.value for event in events(client, address)}


def my_address(person: Any) -> str:
    return f"/sittings/mine/{token_of(make_feed(actor=person, now=timezone.now()).uid)}.ics"


def test_drafts_and_rehearsals_are_in_no_calendar(
    world: World, council: Council, client: Client
) -> None:
    soon(world, council, title="公开的")
    soon(world, council, title="草稿", state=MeetingState.DRAFT, calls=0, code="")
    soon(world, council, title="演练", rehearsal=True, code="")
    assert titles(client) == {"公开的"}


def test_recalled_and_cancelled_ones_stay_as_cancelled(
    world: World, council: Council, client: Client
) -> None:
    meeting = soon(world, council)
    numbers = [int(events(client)[0].sequence.value)]
    for change in (
        {"state": MeetingState.DRAFT},
        {"state": MeetingState.CALLED, "calls": 2},
        {"state": MeetingState.CANCELLED, "cancelled_at": timezone.now()},
    ):
        Meeting.objects.filter(pk=meeting.pk).update(**change)
        (event,) = events(client)
        numbers.append(int(event.sequence.value))
        gone = change["state"] != MeetingState.CALLED
        assert event.status.value == ("CANCELLED" if gone else "CONFIRMED")
        if change["state"] == MeetingState.DRAFT:
            assert meeting.title not in event.summary.value
    assert numbers == sorted(set(numbers))


def test_one_grid_has_its_own_sittings_and_those_of_its_community(
    world: World, council: Council, client: Client
) -> None:
    other = Council.objects.create(body=world.other_grid)
    above = Council.objects.create(body=world.community)
    soon(world, council, title="本网格")
    soon(world, other, title="别的网格", code="A2")
    soon(world, above, title="社区", code="A3")
    assert titles(client, f"/sittings.ics?grid={world.grid.code}") == {"本网格", "社区"}
    assert titles(client, f"/sittings.ics?grid={world.community.code}") == {
        "本网格",
        "别的网格",
        "社区",
    }
    for unknown in ("NOWHERE", "x" * 500, "第一网格"):
        assert client.get(f"/sittings.ics?grid={unknown}").status_code == 404


def test_a_feed_that_has_not_changed_is_not_sent_again(
    world: World, council: Council, client: Client
) -> None:
    soon(world, council)
    first = client.get("/sittings.ics")
    assert "max-age=60" in first.headers["Cache-Control"]
    again = client.get("/sittings.ics", headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_my_calendar_has_where_i_am_a_member_on_the_day_or_asked_to_come(
    world: World, council: Council, client: Client
) -> None:
    CouncilMember.objects.create(
        council=council,
        person=world.resident,
        kind="resident",
        term=DateRange(date(2026, 1, 1), timezone.localdate() + timedelta(days=10)),
    )
    later = timezone.now() + timedelta(days=20)
    soon(world, council, title="任期内")
    soon(
        world,
        council,
        title="任期后",
        code="B1",
        starts_at=later,
        ends_at=later + HOUR,
    )
    other = Council.objects.create(body=world.other_grid)
    asked = soon(world, other, title="受邀", code="B2")
    soon(world, other, title="与我无关", code="B3")
    Roll.objects.create(meeting=asked, person=world.resident, standing=RollStanding.INVITED)
    assert titles(client, my_address(world.resident)) == {"任期内", "受邀"}
    assert titles(client, my_address(world.grid_head)) == {"任期内", "任期后", "受邀", "与我无关"}
    assert not titles(client, my_address(world.stranger))


def test_an_address_is_good_until_it_is_ended_or_another_is_made(
    world: World, client: Client
) -> None:
    member = signed_in(world.resident)
    member.post("/sittings/calendar/", {"make": "1"})
    first = f"/sittings/mine/{token_of(FeedKey.objects.get().uid)}.ics"
    assert first in member.get("/sittings/calendar/").content.decode()
    assert client.get(first).headers["Cache-Control"].startswith("max-age=60, private")
    member.post("/sittings/calendar/", {"make": "1"})
    second = f"/sittings/mine/{token_of(FeedKey.objects.get().uid)}.ics"
    assert (client.get(first).status_code, client.get(second).status_code) == (404, 200)
    member.post("/sittings/calendar/", {"end": "1"})
    assert client.get(second).status_code == 404
    assert world.resident.name not in first


def test_an_address_cannot_be_guessed_from_the_row(world: World, client: Client) -> None:
    key = make_feed(actor=world.resident, now=timezone.now())
    for guess in (key.uid.hex, f"{key.uid.hex}{'0' * 40}", "x", "-" * 80, str(key.uid)):
        assert client.get(f"/sittings/mine/{guess}.ics").status_code == 404


def test_whoever_is_erased_has_no_address(world: World, client: Client) -> None:
    address = my_address(world.resident)
    erase_person(world.resident, actor=world.resident, now=timezone.now())
    assert client.get(address).status_code == 404


def test_visitors_are_asked_to_sign_in_for_an_address(client: Client) -> None:
    assert client.get("/sittings/calendar/").status_code == 302
