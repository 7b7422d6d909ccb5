"""A building is chosen in steps or looked for, wherever a form asks for one; without a script."""

from __future__ import annotations

from html import unescape
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from council.actions.contacts.write_contact import NewContact, write_contact
from council.enums.contacts import ContactWay
from council.models import Candidacy, ContactPlan, CouncilMember
from grids.enums import PlaceKind
from grids.models import Building, Residence
from tests.harness.signing_in import signed_in
from tests.world import World

PLAN = "/contacts/plan/"


def pressed(client: Client, address: str, **fields: str) -> tuple[int, str]:
    answer = client.post(address, {"submission": str(uuid4()), **fields})
    return answer.status_code, unescape(answer.content.decode())


def test_a_search_puts_the_building_in_and_loses_nothing_typed(
    world: World, member: CouncilMember
) -> None:
    client = signed_in(world.neighbour)
    typed = {"households": "3-2-401", "look": "3号楼", "month": ""}
    status, page = pressed(client, PLAN, look_up="words", **typed)
    assert status == 200
    assert "3-2-401" in page
    assert f'value="{world.building.pk}" data-own="3号楼" selected' in page
    assert f'value="{world.estate.pk}" selected' in page
    assert not ContactPlan.objects.exists()


def test_what_is_looked_for_and_sent_at_once_is_taken(world: World, member: CouncilMember) -> None:
    client = signed_in(world.neighbour)
    first = client.get(PLAN).content.decode().split('name="month"')[1].split('value="')[1]
    month = first.split('"')[0]
    status, _page = pressed(client, PLAN, households="老赵家", look="3号楼", month=month)
    assert status == 302
    assert ContactPlan.objects.get().building == world.building


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"look": "九十九号"}, "没有叫“九十九号”的"),
        ({"building": "other"}, "列表"),
        ({"estate": "own"}, "楼也请选上"),
        ({"building": "home", "estate": "elsewhere"}, "不在上面选的小区"),
    ],
)
def test_what_is_not_a_building_of_the_council_is_told(
    world: World, member: CouncilMember, fields: dict[str, str], said: str
) -> None:
    keys = {
        "other": str(world.other_building.pk),
        "own": str(world.estate.pk),
        "home": str(world.building.pk),
        "elsewhere": str(world.other_building.estate_id),
    }
    given = {name: keys.get(value, value) for name, value in fields.items()}
    status, page = pressed(signed_in(world.neighbour), PLAN, households="老赵家", **given)
    assert status == 422
    assert said in page
    assert not ContactPlan.objects.exists()


def test_the_search_offers_what_the_form_does(world: World, client: Client) -> None:
    gate = Building.objects.create(
        grid=world.grid, estate=world.estate, kind=PlaceKind.GATE, number="3号楼南门"
    )
    address = "/raise/places/?look=3号楼"
    every, homes = (client.get(address + more).content.decode() for more in ("", "&only=homes"))
    assert f'data-place="{gate.pk}"' in every
    assert f'data-place="{gate.pk}"' not in homes
    assert f'data-place="{world.building.pk}"' in homes
    elsewhere = client.get(f"{address}&only=homes&grid={world.other_grid.code}").content.decode()
    assert f'data-place="{world.building.pk}"' not in elsewhere


def test_a_home_is_found_in_another_community_than_the_own(world: World) -> None:
    client = signed_in(world.stranger)
    far = {"name": "小高", "community": world.far_community.code}
    status, page = pressed(client, "/me/about/", look_up="community", **far)
    assert status == 200
    assert "小高" in page
    assert f'value="{world.far_building.pk}" data-own' in page
    assert f'value="{world.building.pk}" data-own' not in page
    assert not Residence.objects.filter(user=world.stranger).exists()
    status, _page = pressed(client, "/me/about/", building=str(world.far_building.pk), **far)
    assert status == 302
    assert Residence.objects.get(user=world.stranger).building == world.far_building
    shown = client.get("/me/about/").content.decode()
    assert f'value="{world.far_building.estate_id}" selected' in shown


def test_who_is_recommended_lives_in_a_building_of_the_council(
    world: World, member: CouncilMember
) -> None:
    client, address = signed_in(world.resident), "/councils/ZJD-1/recommend/"
    page = client.get(address).content.decode()
    assert f'value="{world.building.pk}" data-own' in page
    assert f'value="{world.other_building.pk}" data-own' not in page
    said = {"name": "何秀兰", "kind": "resident", "good_standing": "好", "ability": "好"}
    pressed(client, address, warmth="好", look="3号楼", **said)
    assert Candidacy.objects.get().building == world.building


def test_a_matter_out_of_a_contact_stands_where_they_met_and_says_where(
    world: World, member: CouncilMember
) -> None:
    now = timezone.now()
    held = NewContact(way=ContactWay.DOOR, opinion="门洞堆物", building=world.building)
    contact = write_contact(member, actor=world.neighbour, now=now, held=held)
    client, address = signed_in(world.neighbour), f"/contacts/{contact.uid}/raise/"
    assert (
        f'value="{world.building.pk}" data-own="3号楼" selected'
        in client.get(address).content.decode()
    )
    status, page = pressed(client, address, text="门洞堆物")
    assert status == 422
    assert "请选是哪个小区、几号楼。" in page
