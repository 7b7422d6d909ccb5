"""Sheets to print: names for chair and recorder alone."""

from __future__ import annotations

import pytest
from django.test import Client

from council.enums.agenda import ItemReason
from council.models import AgendaItem, Council, Meeting
from tests.council.held import a_meeting, seat
from tests.harness.signing_in import signed_in
from tests.world import World

pytestmark = pytest.mark.django_db
SHEETS = ("sign-in", "record", "ballots", "notice")


@pytest.fixture
def meeting(world: World, council: Council) -> Meeting:
    seat(world, council)
    found = a_meeting(world, council)
    AgendaItem.objects.create(
        meeting=found, title="<b>涵洞</b>", why=ItemReason.BY_HAND, position=1
    )
    return found


def address(meeting: Meeting, sheet: str) -> str:
    return f"/sittings/{meeting.uid}/print/{sheet}/"


def test_chair_and_recorder_print_all_and_staff_what_names_nobody(
    world: World, meeting: Meeting, client: Client
) -> None:
    readers = {
        client: (404, 404, 404, 404),
        signed_in(world.resident): (404, 404, 404, 404),
        signed_in(world.near_staff): (404, 404, 404, 404),
        signed_in(world.staff): (404, 404, 200, 200),
        signed_in(world.grid_head): (200, 200, 200, 200),
        signed_in(world.grid_worker): (200, 200, 200, 200),
    }
    for reader, expected in readers.items():
        found = tuple(reader.get(address(meeting, one)).status_code for one in SHEETS)
        assert found == expected
    assert signed_in(world.grid_head).get(address(meeting, "sign_in")).status_code == 404


def test_the_sign_in_sheet_has_every_member_and_four_lines_more(
    world: World, meeting: Meeting
) -> None:
    shown = signed_in(world.grid_head).get(address(meeting, "sign-in")).content.decode()
    for name in (world.resident.name, world.neighbour.name, world.mediator.name):
        assert name in shown
    assert str(world.building) in shown
    assert shown.count("<tr>") == 1 + 3 + 4
    assert meeting.code in shown


def test_ballots_come_one_for_each_member_and_name_nobody(world: World, meeting: Meeting) -> None:
    shown = signed_in(world.grid_head).get(address(meeting, "ballots")).content.decode()
    assert shown.count('class="ballot"') == 3
    assert world.resident.name not in shown
    assert "<b>涵洞</b>" not in shown
