import pytest
from django.utils import timezone

from acting.refusals import Refused
from grids.actions.remove_body import remove_body
from grids.actions.save_body import save_body
from grids.enums import BodyKind
from grids.models import Body
from ledger.models import Entry
from tests.world import World


def a_grid(parent: Body) -> Body:
    return Body(kind=BodyKind.GRID, name="新网格", code="NEW-1", parent=parent)


def test_an_administrator_lays_a_grid_in_their_street_and_it_is_recorded(world: World) -> None:
    before = Entry.objects.count()
    body = save_body(a_grid(world.community), actor=world.administrator, now=timezone.now())
    assert body.path == f"{world.community.path}{body.pk}/"
    assert Entry.objects.count() == before + 1


def test_an_administrator_can_not_lay_a_grid_in_another_street(world: World) -> None:
    with pytest.raises(Refused):
        save_body(a_grid(world.far_community), actor=world.administrator, now=timezone.now())
    assert not Body.objects.filter(code="NEW-1").exists()


def test_an_administrator_can_not_move_a_body_out_of_their_street(world: World) -> None:
    world.near_community.parent = world.far_street
    with pytest.raises(Refused):
        save_body(world.near_community, actor=world.administrator, now=timezone.now())


def test_nobody_who_is_no_administrator_changes_bodies(world: World) -> None:
    for person in (world.resident, world.lead, world.supervisor, world.dispatcher):
        with pytest.raises(Refused):
            save_body(a_grid(world.community), actor=person, now=timezone.now())


def test_a_broken_rule_comes_back_as_a_sentence_with_its_field(world: World) -> None:
    body = Body(kind=BodyKind.GRID, name="新网格", code="NEW-1", parent=world.street)
    with pytest.raises(Refused) as refused:
        save_body(body, actor=None, now=timezone.now())
    assert refused.value.field == "parent"


def test_an_open_street_can_not_lose_its_general_office(world: World) -> None:
    world.general_office.active = False
    with pytest.raises(Refused) as refused:
        save_body(world.general_office, actor=world.administrator, now=timezone.now())
    assert refused.value.field == "active"
    world.general_office.refresh_from_db()
    assert world.general_office.active


def test_a_community_with_active_grids_can_not_be_switched_off(world: World) -> None:
    world.community.active = False
    with pytest.raises(Refused):
        save_body(world.community, actor=world.administrator, now=timezone.now())


def test_a_body_in_use_is_not_removed_and_an_unused_one_is(world: World) -> None:
    with pytest.raises(Refused):
        remove_body(world.grid, actor=world.administrator, now=timezone.now())
    fresh = save_body(a_grid(world.community), actor=None, now=timezone.now())
    remove_body(fresh, actor=world.administrator, now=timezone.now())
    assert not Body.objects.filter(code="NEW-1").exists()
