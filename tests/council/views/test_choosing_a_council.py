"""Whoever sits in two councils is offered what they may use, their own place first."""

from __future__ import annotations

from html import unescape
from os.path import commonpath

import pytest
from django.test import Client

from council.forms.sittings.choices import body_choices, other_councils
from council.models import Council, CouncilMember
from council.queries.askable import askable
from council.queries.viewer import viewer_of
from grids.models import Body, Building
from grids.queries.serving import OFFICES
from grids.queries.standing import standing_of
from tests.council.conftest import NOW
from tests.council.sittings import TERM, a_council, a_member
from tests.harness.signing_in import signed_in
from tests.issues.sitting import hard
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def far(world: World) -> Council:
    """Of the whole of another community, in which a member of the first grid's council sits too."""
    council = Council.objects.create(body=world.far_community)
    near = a_council(world, members=0)
    for one in (near, council):
        a_member(one, world.neighbour, term=TERM)
    return council


def offered(client: Client, address: str) -> str:
    return unescape(client.get(address, follow=True).content.decode())


def test_of_each_community_only_the_places_of_ones_councils(world: World, far: Council) -> None:
    """The council of one grid, and of another community as a whole."""
    second = Building.objects.create(grid=world.grid, estate=world.estate, number="77号楼")
    client = signed_in(world.neighbour)
    page = offered(client, "/contacts/plan/")
    assert f'value="{second.pk}" data-own' in page
    assert f'value="{world.other_building.pk}" data-own' not in page
    assert "grid=ZJD-2" not in page
    sent = {"community": world.far_community.code, "look_up": "community"}
    elsewhere = unescape(client.post("/contacts/plan/", sent).content.decode())
    assert f'value="{world.far_building.pk}" data-own' in elsewhere


def test_a_talk_is_written_down_for_a_council_of_the_place(world: World, far: Council) -> None:
    community = Council.objects.create(body=world.community)
    a_member(community, world.neighbour, term=TERM)
    client, issue = signed_in(world.neighbour), hard(world)
    names = [one.name for one in (Council.objects.get(body=world.grid), community, far)]

    def named(more: str) -> list[str]:
        page = offered(client, f"/sittings/talk/{more}").split("<main", 1)[1]
        return sorted((name for name in names if f">{name}<" in page), key=page.index)

    assert set(named("")) == set(names)
    assert named(f"?matter={issue.reference}") == names[:2]
    # Of that grid the neighbour is in no council but its community's.
    there = client.get(f"/sittings/talk/?venue={world.other_venue.code}")["Location"]
    assert there.endswith(f"council=ZJD&venue={world.other_venue.code}")


def test_councils_that_sit_beside_stand_in_the_order_of_ones_own(world: World) -> None:
    near, beside = (Council.objects.create(body=one) for one in (world.other_grid, world.grid))
    community: Body = world.community
    host = Council.objects.create(body=community)
    CouncilMember.objects.create(council=near, person=world.lead, kind="resident", term=TERM)
    viewer = viewer_of(standing_of(world.lead, now=NOW), now=NOW)
    assert list(other_councils(host, viewer, ()).values()) == [near, beside]


def test_what_can_be_asked_stands_the_nearest_first(world: World) -> None:
    """Of the community, of its street, of the district."""
    council = Council.objects.create(body=world.grid)
    # Whoever came last is not the nearest.
    Body.objects.create(kind="partner", name="安居物业", code="AJ", parent=world.community)
    Body.objects.create(kind="department", name="交通局", code="JT", parent=world.district)
    order = [one.kind for one in askable(world.grid)]
    depths = [one.path.count("/") for one in askable(world.grid) if one.kind in OFFICES]
    assert depths == sorted(depths, reverse=True)
    assert len(set(depths)) > 1
    assert order[-2:] == ["community", "grid"]
    invited = [Body.objects.get(code=code) for code, _name in body_choices(council)[1:]]
    assert invited[0] == world.community
    shared = [len(commonpath([one.path, world.grid.path])) for one in invited]
    assert shared == sorted(shared, reverse=True)
