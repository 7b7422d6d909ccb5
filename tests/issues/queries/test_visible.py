"""The query of what may be opened, against the rule that says it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from accounts.models import User
from grids.enums import BodyKind, Role
from grids.queries.standing import standing_of
from grids.standing import VISITOR, Post, Standing
from issues.actions.classify import classify
from issues.actions.decline import decline
from issues.actions.name_lead import name_lead
from issues.actions.push_up import push_up
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.enums.matter import MatterClass, Visibility
from issues.enums.turns import Level
from issues.inputs import NewMatter
from issues.models import Assignment, Issue
from issues.queries.facts import facts_of, with_facts
from issues.queries.visible import get_visible, seen_inside, visible_to
from issues.rules import sees, sees_inside
from tests.issues.staging import MONDAY, publish_as_it_is
from tests.world import World

LATER = timedelta(minutes=30)


def _variants(world: World) -> list[Issue]:
    """Matters at every level, of every visibility, by a resident, a worker and nobody."""
    issues = [
        raise_issue(
            NewMatter(text="楼道灯不亮", building=building),
            actor=reporter,
            reporter=reporter,
            now=MONDAY,
        )
        for building, reporter in [
            (world.building, world.resident),
            (world.other_building, world.neighbour),
            (world.far_building, world.stranger),
            (world.building, world.clerk),
            (world.building, world.resident),
            (world.building, world.neighbour),
        ]
    ]
    at_department, declined = issues[4], issues[5]
    receive(at_department, actor=world.grid_worker, now=MONDAY)
    classify(
        at_department,
        actor=world.grid_worker,
        now=MONDAY,
        matter_class=MatterClass.SMALL,
        category=world.categories["sewers"],
    )
    for actor in (world.grid_worker, world.staff):
        if actor is world.staff:
            receive(at_department, actor=actor, now=MONDAY + LATER)
        push_up(at_department, actor=actor, now=MONDAY + LATER, reason="换管", tried="疏通过")
    name_lead(
        at_department,
        actor=world.dispatcher,
        now=MONDAY + LATER,
        body=world.district_housing,
        joint=[world.property_company],
    )
    receive(declined, actor=world.grid_worker, now=MONDAY)
    classify(declined, actor=world.grid_worker, now=MONDAY, matter_class=MatterClass.URGENT,
             category=world.categories["sewers"])  # fmt: skip
    decline(declined, actor=world.grid_worker, now=MONDAY, where_to="请找铁路工务段")
    publish_as_it_is(issues[1], actor=world.other_grid_worker)
    Issue.objects.filter(pk=issues[3].pk).update(visibility=Visibility.HIDDEN)
    return list(with_facts(Issue.objects.order_by("pk")))


def _standings(world: World) -> Iterator[Standing]:
    yield VISITOR
    for person in vars(world).values():
        if isinstance(person, User):
            yield standing_of(person, now=MONDAY)
    bodies = [world.district, world.street, world.community, world.near_community, world.grid,
              world.housing, world.general_office, world.far_street]  # fmt: skip
    # Also posts that the tables of `grids` would not give: the query must not trust them.
    for body in bodies:
        for role in Role:
            post = Post(role, body.pk, BodyKind(body.kind), body.path)
            yield Standing(user_id=world.stranger.pk, posts=(post,))


def test_the_query_and_the_rule_agree_for_everyone_on_everything(world: World) -> None:
    issues = _variants(world)
    turns = list(Assignment.objects.select_related("body"))
    facts = {
        issue.pk: facts_of(issue, [turn for turn in turns if turn.issue_id == issue.pk])
        for issue in issues
    }
    for standing in _standings(world):
        by_query = set(visible_to(standing).values_list("pk", flat=True))
        by_rule = {key for key, known in facts.items() if sees(standing, known)}
        assert by_query == by_rule, standing
        by_query = set(seen_inside(standing).values_list("pk", flat=True))
        by_rule = {key for key, known in facts.items() if sees_inside(standing, known)}
        assert by_query == by_rule, standing


def test_a_body_that_had_it_before_may_still_read_it(world: World) -> None:
    reached = next(issue for issue in _variants(world) if issue.level == Level.DEPARTMENT)
    for person in (world.clerk, world.district_clerk, world.partner_clerk, world.staff):
        assert get_visible(reached.reference, standing_of(person, now=MONDAY)) == reached
    for person in (world.other_clerk, world.near_staff, world.neighbour, world.far_grid_worker):
        with pytest.raises(Issue.DoesNotExist):
            get_visible(reached.reference, standing_of(person, now=MONDAY))


def test_asking_costs_one_statement(world: World, django_assert_num_queries: object) -> None:
    issues = _variants(world)
    standing = standing_of(world.dispatcher, now=MONDAY)
    with django_assert_num_queries(1):  # type: ignore[operator]
        get_visible(issues[4].reference, standing)
