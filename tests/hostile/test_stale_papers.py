"""Sheets that were printed, or whose page stood open, before the sitting moved, closed or fell."""

from __future__ import annotations

from datetime import timedelta
from itertools import chain
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from council.actions.agenda.take_off import take_off
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.cancel import cancel
from council.actions.meetings.recall import recall_call
from council.models import Council, Meeting, Presence, Roll
from tests.council.conftest import a_member, council
from tests.council.held import held
from tests.council.sittings import (
    BEGINS,
    CONVENED,
    a_called_sitting,
    a_sitting_now,
    fresh,
    items_of,
)
from tests.council.table.doing import do
from tests.harness.signing_in import signed_in
from tests.hostile.strange import KINDS
from tests.hostile.test_values import BROKEN_BYTES
from tests.world import World

__all__ = ["council"]

SHEETS = ("sign-in", "record", "ballots", "notice")


@pytest.fixture(autouse=True)
def members(world: World, council: Council) -> list[User]:
    found = [world.resident, world.neighbour, world.mediator]
    for person in found:
        a_member(council, person)
    return found


def paper(client: Client, meeting: Meeting, sheet: str) -> Any:
    return client.get(f"/sittings/{meeting.uid}/print/{sheet}/")


def page(client: Client, meeting: Meeting, sheet: str) -> str:
    answer = paper(client, meeting, sheet)
    assert answer.status_code == 200, sheet
    return str(answer.content.decode())


def test_the_code_of_an_old_sheet_says_so_and_lets_nobody_in(
    world: World, council: Council
) -> None:
    meeting = a_sitting_now(world, council)
    head, code = signed_in(world.grid_head), fresh(meeting).code
    assert code in page(head, meeting, "sign-in")
    do(meeting, "end_item", now=timezone.now())
    do(meeting, "close", now=timezone.now())
    came = Presence.objects.count(), Roll.objects.count()
    for client in (signed_in(world.stranger), signed_in(world.resident), Client()):
        shown = client.get(f"/sit/{code}/")
        assert shown.status_code == 404
        assert "没有哪个会用这个报到码，或者它已经失效。" in shown.content.decode()
        sent = {"act": "join", "command": str(uuid4()), "place": "phone", "code": code}
        answer = client.post(f"/sittings/{meeting.uid}/do/", sent)
        assert answer.status_code in {302, 409, 422}
    assert (Presence.objects.count(), Roll.objects.count()) == came
    # A sheet that is printed afterwards has no code any more, and the members that were counted.
    again = page(head, meeting, "sign-in")
    assert code not in again
    assert world.neighbour.name in again


def test_a_sitting_that_was_called_anew_has_sheets_with_another_code(
    world: World, council: Council
) -> None:
    meeting = a_called_sitting(world, council, starts_at=BEGINS + timedelta(days=1))
    head, given = signed_in(world.grid_head), {"actor": world.grid_head, "now": CONVENED}
    old = meeting.code
    recall_call(meeting, **given)  # type: ignore[arg-type]
    a_member(council, world.clerk)
    meeting = fresh(call_meeting(fresh(meeting), **given, reason="急"))  # type: ignore[arg-type]
    shown = page(head, meeting, "sign-in")
    assert old not in shown
    assert meeting.code in shown
    assert world.clerk.name in shown
    assert page(head, meeting, "ballots").count("ballot-choices") == 4 * 2


def test_what_was_taken_off_stands_on_no_ballot_and_no_record(
    world: World, council: Council
) -> None:
    meeting = a_called_sitting(world, council, items=["快递柜", "充电桩"])
    head, gone = signed_in(world.grid_head), items_of(meeting)[0]
    take_off(meeting, actor=world.grid_head, now=CONVENED, item=gone.uid)
    for sheet in ("record", "ballots", "notice"):
        shown = page(head, meeting, sheet)
        assert "快递柜" not in shown, sheet
        assert "充电桩" in shown, sheet


def test_of_one_that_fell_away_or_was_held_only_who_ran_it_prints(
    world: World, council: Council
) -> None:
    called = a_called_sitting(world, council)
    cancel(called, actor=world.grid_head, now=CONVENED, reason="下雨")
    for meeting in (called, held(world, council)):
        for sheet in SHEETS:
            assert "paper-join" not in page(signed_in(world.grid_head), meeting, sheet)
            for who in (world.resident, world.stranger, world.near_staff):
                assert paper(signed_in(who), meeting, sheet).status_code == 404, sheet
            assert paper(Client(), meeting, sheet).status_code == 404, sheet


def test_sheets_that_there_are_none_of(world: World, council: Council) -> None:
    meeting, head = a_called_sitting(world, council), signed_in(world.grid_head)
    # Half a sign is in no address.
    whole = (KINDS[kind] for kind in KINDS if kind != "halves of signs")
    for sheet in [*chain(*whole), *BROKEN_BYTES, "sign_in", "SIGN-IN"]:
        if sheet and "/" not in sheet and sheet != "%":
            assert paper(head, meeting, sheet).status_code in {400, 404}, sheet
