from typing import Any

from django.utils import timezone

from grids.enums import Role
from grids.queries.people import post_holders
from grids.queries.places import venues
from grids.queries.plan import plan_of
from grids.queries.where import building_of, venue_by_code
from tests.world import World, post


def test_the_grid_follows_from_where_someone_lives(world: World) -> None:
    home = building_of(world.resident.pk)
    assert home is not None
    assert home.grid.parent == world.community
    assert building_of(world.stranger.pk) is None
    assert building_of(None) is None


def test_a_venue_switched_off_has_no_poster(world: World) -> None:
    assert venue_by_code("zjd01") == world.venue
    world.venue.active = False
    world.venue.save()
    assert venue_by_code("ZJD01") is None
    assert world.venue not in venues()


def test_holders_of_many_bodies_are_one_query_and_show_the_work_phone(
    world: World, django_assert_num_queries: Any
) -> None:
    world.grid.phone = "0533-2"
    world.grid.save()
    post(world.neighbour, world.grid, Role.MEDIATOR)
    with django_assert_num_queries(1):
        found = post_holders(
            [world.grid.pk, world.other_grid.pk, world.housing.pk], now=timezone.now()
        )
    assert [person.name for person in found[world.grid.pk]] == ["王晓燕", "刘建国", "张师傅"]
    assert found[world.grid.pk][0].work_phone == "0533-2"
    assert str(world.grid_worker.phone) not in str(found)


def test_a_plan_colours_grids_by_their_share_of_what_is_open(world: World) -> None:
    plan = plan_of(
        world.community,
        venues=venues(under=world.community),
        counts={world.grid.pk: 9, world.other_grid.pk: 3},
        overdue={world.grid.pk},
    )
    assert [grid.level_class for grid in plan.grids] == ["has-overdue", "has-1"]
    assert [grid.count for grid in plan.grids] == [9, 3]
    assert len(plan.venues) == 2
    assert plan.drawable


def test_a_grid_without_an_outline_is_left_out_of_the_drawing(world: World) -> None:
    assert not plan_of(world.near_community).drawable
