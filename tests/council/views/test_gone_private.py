"""Of a matter that went private after it was put on an agenda, no screen names anything."""

from __future__ import annotations

import pytest
from django.test import Client

from council.enums.decisions import Effect, PledgeState
from council.models import Meeting, Pledge, Resolution
from issues.enums import Visibility
from issues.models import Issue
from tests.council.sittings import BEGINS, a_called_sitting, at_the_table, items_of
from tests.harness.signing_in import signed_in
from tests.issues.sitting import hard
from tests.world import World


@pytest.fixture
def meeting(world: World) -> Meeting:
    issue = hard(world)
    found = at_the_table(world, a_called_sitting(world, items=[issue.reference, "快递柜"]))
    Issue.objects.filter(pk=issue.pk).update(visibility=Visibility.PRIVATE)
    return found


def test_no_screen_names_it(world: World, meeting: Meeting) -> None:
    title = items_of(meeting)[0].title
    base = f"/sittings/{meeting.uid}"
    Meeting.objects.filter(pk=meeting.pk).update(wall_key="key")
    head = signed_in(world.grid_head)
    for page in (
        head.get(f"{base}/table/"),
        Client().get(f"{base}/phone/"),
        Client().get(f"{base}/wall/?key=key"),
        head.get(f"{base}/print/ballots/"),
    ):
        assert page.status_code == 200
        assert title not in page.content.decode()
        assert "一件已不公开的事" in page.content.decode()


def test_what_a_body_was_asked_is_read_by_the_body_and_the_community(
    world: World, meeting: Meeting
) -> None:
    item = items_of(meeting)[0]
    resolution = Resolution.objects.create(
        item=item, text="请铁路部门清淤", adopted=True, quorate=True, effect=Effect.TO_DELIVER,
        at=BEGINS,
    )  # fmt: skip
    pledge = Pledge.objects.create(
        resolution=resolution, body=world.housing, text="汛期前清淤一次", due_on=BEGINS.date(),
        state=PledgeState.ASKED, asked_at=BEGINS, answer_by=BEGINS,
    )  # fmt: skip
    address = f"/pledges/{pledge.uid}/"
    for reader in (Client(), signed_in(world.resident), signed_in(world.stranger)):
        assert reader.get(address).status_code == 404
    for person in (world.clerk, world.staff):
        page = signed_in(person).get(address)
        assert page.status_code == 200
        assert item.title not in page.content.decode()
    owed = signed_in(world.clerk).get("/pledges/").content.decode()
    assert "汛期前清淤一次" in owed
    assert item.title not in owed
