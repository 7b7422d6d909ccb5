"""What a place still lacks, for whoever administers it."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from grids.enums import Role, SetupLack
from grids.models import Body, Building, Category, Competence, Posting, Venue
from grids.presentation.checklist import steps_of
from grids.queries.missing import Missing, missing_for
from grids.queries.standing import standing_of
from tests.harness.signing_in import signed_in
from tests.world import World

NOW = timezone.now


def lacks(world: World) -> dict[SetupLack, Missing]:
    now = NOW()
    return {
        each.lack: each for each in missing_for(standing_of(world.administrator, now=now), now=now)
    }


def of(world: World, lack: SetupLack) -> list[str]:
    found = lacks(world).get(lack)
    return [body.code for body in found.bodies] if found else []


@pytest.mark.parametrize(
    ("lack", "roles"),
    [
        (SetupLack.GRID_WORKER, (Role.GRID_WORKER, Role.GRID_HEAD)),
        (SetupLack.STAFF, (Role.STAFF, Role.LEAD)),
        (SetupLack.DISPATCHER, (Role.DISPATCHER,)),
    ],
)
def test_a_body_where_nobody_takes_in_is_named(
    world: World, lack: SetupLack, roles: tuple[Role, ...]
) -> None:
    body = {
        SetupLack.GRID_WORKER: world.grid,
        SetupLack.STAFF: world.community,
        SetupLack.DISPATCHER: world.street,
    }[lack]
    assert body.code not in of(world, lack)
    # A posting that is over is as good as none.
    Posting.objects.filter(body=body, role__in=roles).update(
        starts_on="2020-01-01", ends_on="2020-12-31"
    )
    assert body.code in of(world, lack)


def test_places_without_buildings_venues_or_anybody_competent_are_named(world: World) -> None:
    assert world.grid.code not in of(world, SetupLack.BUILDING)
    Building.objects.filter(grid=world.grid).update(grid=world.other_grid)
    Venue.objects.filter(grid=world.grid).update(active=False)
    Competence.objects.all().delete()
    assert world.grid.code in of(world, SetupLack.BUILDING)
    assert world.grid.code in of(world, SetupLack.VENUE)
    assert of(world, SetupLack.COMPETENCE) == [world.street.code]


def test_kinds_of_matters_come_before_who_answers_and_are_entered_by_the_district(
    world: World,
) -> None:
    assert SetupLack.CATEGORY not in lacks(world)
    Competence.objects.all().delete()
    Category.objects.update(active=False)
    found = lacks(world)
    assert SetupLack.COMPETENCE not in found
    [step] = steps_of([found[SetupLack.CATEGORY]])
    assert step.path == ""
    Posting.objects.filter(user=world.administrator).update(body=world.district)
    [step] = steps_of([lacks(world)[SetupLack.CATEGORY]])
    assert signed_in(world.administrator).get(step.path).status_code == 200


@pytest.mark.parametrize(
    ("address", "reached"),
    [
        ("http://localhost:8000", False),
        ("http://127.0.0.1:8000", False),
        ("http://[::1]:8000", False),
        ("http://192.168.1.20:8000", True),
        ("https://pavilion.example", True),
    ],
)
def test_an_address_that_no_phone_reaches_is_told_before_posters_are_printed(
    world: World, address: str, reached: bool
) -> None:
    with override_settings(SITE_URL=address, DEMO=False):
        assert (SetupLack.ADDRESS not in lacks(world)) is reached
    with override_settings(SITE_URL=address, DEMO=True):
        assert SetupLack.ADDRESS not in lacks(world)


def test_only_ones_own_places_are_named_and_a_few_of_many(world: World) -> None:
    far = Body.objects.create(
        kind="grid", name="远网格", code="FAR-9", parent=world.far_community, active=True
    )
    assert far.code not in of(world, SetupLack.GRID_WORKER)
    for number in range(8):
        Body.objects.create(
            kind="grid", name=f"新网格{number}", code=f"ZJD-N{number}", parent=world.community
        )
    found = lacks(world)[SetupLack.GRID_WORKER]
    assert len(found.bodies) == 5
    assert found.more


def test_the_administration_greets_with_it(world: World) -> None:
    Venue.objects.filter(grid=world.grid).update(active=False)
    client = signed_in(world.administrator)
    page = client.get("/admin/").content.decode()
    assert "还缺" in page
    assert world.grid.call_name in page
    assert 'href="/admin/grids/venue/add/"' in page


def test_where_no_messages_are_carried_it_is_said_before_a_number_is_typed(
    world: World, client: Client
) -> None:
    assert SetupLack.CARRIER not in lacks(world)
    with override_settings(SMS_CARRIER="accounts.carriers.log.LogCarrier"):
        assert SetupLack.CARRIER in lacks(world)
        assert "短信" in client.get("/sign-in/").content.decode().split("<form")[1]
