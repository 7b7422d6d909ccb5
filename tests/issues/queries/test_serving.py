"""Whom a dispatcher may name, and who of them is competent: as the routing decides it."""

from __future__ import annotations

from grids.models import Body, Category, Competence
from grids.queries.routing_data import routing_for
from issues.models import Issue
from issues.queries.serving import serving
from tests.issues.acting import raised
from tests.world import World


def of_sewers(world: World) -> Issue:
    issue = raised(world)
    issue.category = world.categories["sewers"]
    issue.save(update_fields=["category"])
    return issue


def competent(issue: Issue) -> dict[Body, Category]:
    return {one.body: one.answers_for for one in serving(issue) if one.answers_for}


def agree(issue: Issue, world: World) -> None:
    """The list names those whom the routing knows in the street and in the district."""
    table = routing_for({world.grid.pk})
    street = table.competent(world.street.pk, issue.category_id)
    district = table.competent(world.street.pk, issue.category_id, "district")
    assert {body.pk for body in competent(issue)} == {*street, *district}


def test_where_one_answers_for_the_category_itself_the_one_above_it_counts_no_more(
    world: World,
) -> None:
    issue = of_sewers(world)
    sewers, repairs = world.categories["sewers"], world.categories["facilities"]
    assert competent(issue) == {world.housing: repairs, world.district_housing: repairs}
    Competence.objects.create(department=world.sanitation, category=sewers)
    assert competent(issue) == {world.sanitation: sewers, world.district_housing: repairs}
    agree(issue, world)


def test_the_general_office_is_not_competent_for_what_it_passes_on(world: World) -> None:
    issue = of_sewers(world)
    Competence.objects.create(department=world.general_office, category=world.categories["sewers"])
    assert world.general_office in [one.body for one in serving(issue)]
    assert world.general_office not in competent(issue)
    agree(issue, world)


def test_without_a_category_nobody_is_competent(world: World) -> None:
    issue = raised(world)
    assert serving(issue)
    assert not competent(issue)


def test_the_competent_stand_first_and_the_nearer_before_the_farther(world: World) -> None:
    bodies = [one.body for one in serving(of_sewers(world))]
    assert bodies[:2] == [world.housing, world.district_housing]
    assert {world.general_office, world.sanitation, world.property_company} <= set(bodies[2:])
