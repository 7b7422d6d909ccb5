from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from council.models import Call, Council
from grids.models import Body
from tests.council.sittings import a_called_sitting
from tests.harness.signing_in import signed_in
from tests.world import World

pytestmark = pytest.mark.django_db


def test_an_empty_home_says_what_to_do(client: Client) -> None:
    assert client.get("/").status_code == 200


def test_the_chosen_grid_is_remembered(client: Client, world: World) -> None:
    answer = client.post("/grid/", {"grid": world.other_grid.code, "next": "/"})
    assert answer.cookies["grid"].value == world.other_grid.code
    assert world.other_grid.short_name in client.get("/").content.decode()


def test_an_unknown_grid_and_a_foreign_address_are_not_followed(
    client: Client,
    world: World,
) -> None:
    answer = client.post("/grid/", {"grid": "NOPE", "next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"
    assert "grid" not in answer.cookies


def a_call(
    world: World, body: Body, title: str, *, days: int = 9, grid: Body | None = None
) -> Call:
    today = timezone.localdate()
    council, _new = Council.objects.get_or_create(body=body)
    call = Call.objects.create(
        council=council,
        title=title,
        prompt="大家出主意",
        opens_on=today - timedelta(days=10),
        closes_on=today + timedelta(days=days),
        opened_by=world.staff,
        opened_at=timezone.now(),
    )
    if grid is not None:
        call.grids.add(grid)
    return call


def test_it_leads_to_what_the_councils_of_ones_grid_ask(client: Client, world: World) -> None:
    own = a_call(world, world.grid, "大槐树下的空地")
    everywhere = a_call(world, world.community, "社区节怎么过")
    here = a_call(world, world.community, "南门怎么修", grid=world.grid)
    elsewhere = a_call(world, world.community, "北门怎么修", grid=world.other_grid)
    other = a_call(world, world.other_grid, "隔壁的空地")
    over = a_call(world, world.grid, "去年的金点子", days=-1)
    client.post("/grid/", {"grid": world.grid.code})
    page = client.get("/").content.decode()
    shown = [one for one in (own, everywhere, here) if f"/calls/{one.uid}/" in page]
    assert len(shown) == 2, "the first two to close, of those that ask this grid"
    for one in (elsewhere, other, over):
        assert str(one.uid) not in page
    own.delete()
    everywhere.delete()
    assert f"/calls/{here.uid}/" in client.get("/").content.decode()
    assert f"/calls/{here.uid}/" in signed_in(world.resident).get("/").content.decode()


def test_it_leads_to_the_next_sitting_of_ones_grid(client: Client, world: World) -> None:
    now = timezone.now()
    meeting = a_called_sitting(world, now=now, starts_at=now + timedelta(days=9))
    for reader in (client, signed_in(world.resident)):
        assert f"/sittings/{meeting.uid}/" in reader.get("/").content.decode()


def test_without_either_it_says_nothing_of_them(client: Client, world: World) -> None:
    page = client.get("/").content.decode()
    assert 'id="calls"' not in page
    assert 'id="sittings"' not in page
