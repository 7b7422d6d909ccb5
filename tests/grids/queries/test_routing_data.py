from typing import Any

from django.utils import timezone

from grids.actions.save_body import save_body
from grids.models import Competence
from grids.queries.routing_data import routing_for
from tests.world import World


def test_the_way_up_is_known_from_the_grid(world: World) -> None:
    table = routing_for({world.grid.pk})
    assert table.general_office(world.street.pk) == world.general_office.pk


def test_a_department_is_competent_for_what_stands_under_its_category(world: World) -> None:
    table = routing_for({world.grid.pk})
    sewers = world.categories["sewers"].pk
    assert table.competent(world.street.pk, sewers) == (world.housing.pk,)
    assert table.competent(world.street.pk, sewers, "district") == (world.district_housing.pk,)
    rubbish = world.categories["rubbish"].pk
    assert table.competent(world.street.pk, rubbish, "district") == ()
    assert table.competent(world.street.pk, world.categories["noise"].pk) == ()
    assert table.competent(world.street.pk, None) == ()


def test_the_nearer_category_wins_over_its_parent(world: World) -> None:
    sewers = world.categories["sewers"]
    Competence.objects.create(department=world.sanitation, category=sewers)
    table = routing_for({world.grid.pk})
    assert table.competent(world.street.pk, sewers.pk) == (world.sanitation.pk,)


def test_a_department_switched_off_and_the_general_office_are_not_competent(world: World) -> None:
    world.housing.active = False
    save_body(world.housing, actor=None, now=timezone.now())
    Competence.objects.create(
        department=world.general_office, category=world.categories["facilities"]
    )
    table = routing_for({world.grid.pk})
    assert table.competent(world.street.pk, world.categories["sewers"].pk) == ()


def test_more_grids_cost_no_more_queries(world: World, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        routing_for({world.grid.pk})
    with django_assert_num_queries(1):
        routing_for({world.grid.pk, world.other_grid.pk, world.far_grid.pk, world.near_grid.pk})


def test_it_is_known_of_bodies_on_the_way_and_directly_under_it_only(world: World) -> None:
    table = routing_for({world.grid.pk})
    assert table.bodies[world.housing.pk] == world.housing
    assert table.bodies[world.housing.pk].name == world.housing.name
    way = {int(step) for step in world.grid.path.strip("/").split("/")}
    assert all(pk in way or body.parent_id in way for pk, body in table.bodies.items())
    assert {world.general_office.pk, world.district_housing.pk, *way} <= set(table.bodies)
