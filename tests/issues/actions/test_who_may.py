"""Role × act × place, written by hand and asked of the actions themselves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from accounts.models import User
from acting.refusals import Refused
from grids.models import Posting
from issues.actions.join import join
from issues.actions.name_lead import name_lead
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.enums.acts import Act
from issues.enums.turns import Level
from issues.models import Issue
from issues.refusals import NotYours
from tests.issues.actions.sweeping import at
from tests.issues.chain.actors import Trying, tries
from tests.issues.staging import published, raised
from tests.world import World

GRID, COMMUNITY = {"grid_worker", "grid_head"}, {"staff", "lead"}
HOUSING, PARTNER, STREET = {"clerk", "signer"}, {"partner_clerk"}, {"dispatcher"}
OUTSIDE = {
    "resident", "neighbour", "stranger", "other_grid_worker", "far_grid_worker", "near_staff",
    "mediator", "street_supervisor", "supervisor", "general_clerk", "other_clerk",
    "district_clerk", "administrator", "district_administrator",
}  # fmt: skip
EVERYONE = GRID | COMMUNITY | HOUSING | PARTNER | STREET | OUTSIDE
THERE = GRID | COMMUNITY
FIRST, CALLERS = {"grid_worker"}, COMMUNITY | {"grid_head"}
REPORTER, NEIGHBOURS = {"resident"}, EVERYONE - {"resident"}
Row = tuple[set[str], set[str], set[str]]

# A public matter, taken in first by the grid worker: at the grid; at the community; at the
# housing office of the street, with the property company beside it.
MAY: dict[Act, Row] = {
    Act.RECEIVE: (GRID, COMMUNITY, HOUSING | PARTNER),
    Act.PUBLISH: (THERE, THERE, THERE),
    Act.KEEP_PRIVATE: (THERE, THERE, THERE),
    Act.HIDE: (THERE, THERE, THERE),
    Act.RESPOND: (GRID, COMMUNITY | FIRST, HOUSING | FIRST),
    Act.CLASSIFY: (GRID, COMMUNITY, HOUSING),
    Act.DECLINE: (GRID, COMMUNITY, HOUSING),
    Act.MERGE: (GRID, COMMUNITY, HOUSING),
    Act.WITHDRAW: (REPORTER, REPORTER, REPORTER),
    Act.SUPPORT: (NEIGHBOURS, NEIGHBOURS, NEIGHBOURS),
    Act.FOLLOW: (NEIGHBOURS, NEIGHBOURS, NEIGHBOURS),
    Act.ADD: (EVERYONE, EVERYONE, EVERYONE),
    Act.FIND: (THERE, THERE, THERE | HOUSING),
    Act.DELIBERATE: (THERE, THERE, THERE | HOUSING),
    Act.SETTLE: (GRID, COMMUNITY, set()),
    Act.COMMIT: (GRID, COMMUNITY, HOUSING | PARTNER),
    Act.DELIVER: (GRID, COMMUNITY, HOUSING | PARTNER),
    Act.VERIFY: (THERE, THERE, THERE),
    Act.CONFIRM: (REPORTER, REPORTER, REPORTER),
    Act.CALL_BACK: (CALLERS, CALLERS, CALLERS | STREET),
    Act.PUSH_UP: (GRID, COMMUNITY, set()),
    Act.NAME_LEAD: (set(), set(), STREET),
    Act.JOIN: (GRID, COMMUNITY, HOUSING | STREET),
    Act.NOTE: (THERE, THERE, THERE | HOUSING | PARTNER),
    Act.ASSIGN: (GRID, COMMUNITY, HOUSING | PARTNER),
    Act.SEE_CONTACT: (THERE, THERE, THERE | HOUSING | PARTNER | STREET),
}
LEVELS = list(Level)


def brought_to(world: World, level: Level) -> Issue:
    issue = published(world, category=world.categories["sewers"])
    if level is not Level.GRID:
        push_up(issue, actor=world.grid_worker, now=at(16), reason="办不了", tried="试过")
    if level is Level.DEPARTMENT:
        push_up(issue, actor=world.staff, now=at(16), reason="办不了", tried="试过")
        joint = [world.property_company]
        name_lead(issue, actor=world.dispatcher, now=at(16), body=world.housing, joint=joint)
    return Issue.objects.get(pk=issue.pk)


def is_let(trying: Trying, issue: Issue, person: User) -> bool:
    """Tried for real and taken back; another refusal than “not yours” is for another test."""
    point = transaction.savepoint()
    try:
        trying(issue, person, at(16, 10))
    except NotYours:
        return False
    except Refused:
        return True
    finally:
        transaction.savepoint_rollback(point)
    return True


def test_the_table_knows_every_act() -> None:
    assert set(MAY) == set(Act)


@pytest.mark.parametrize("level", LEVELS)
def test_who_may_do_what(world: World, level: Level) -> None:
    """Those who have the matter somewhere try every act everywhere.

    Those who never have it try each act at one of the levels, in turn: where it stands is
    nothing to them, so that a rule which let one of them in would do so at that level too. In
    every state, of all of them, tests/matrix/test_acts.py asks the predicates that refuse here.
    """
    issue = brought_to(world, level)
    into = published(world)
    wrong = []
    for number, (act, trying) in enumerate(tries(world, into=into).items(), LEVELS.index(level)):
        turn = {name for step, name in enumerate(sorted(OUTSIDE)) if (step + number) % 3 == 0}
        people = (EVERYONE - OUTSIDE) | turn | {"resident"}
        expected = MAY[act][LEVELS.index(level)] & people
        found = {name for name in people if is_let(trying, issue, getattr(world, name))}
        if found != expected:
            wrong.append((act.value, sorted(found - expected), sorted(expected - found)))
    assert wrong == []


def test_a_private_matter_is_open_to_nobody_who_merely_knows_its_name(world: World) -> None:
    issue = raised(world)
    made = tries(world)
    for name in ("neighbour", "stranger", "far_grid_worker", "near_staff", "clerk"):
        person = getattr(world, name)
        for act in (Act.SUPPORT, Act.FOLLOW, Act.ADD, Act.SEE_CONTACT):
            assert not is_let(made[act], issue, person), (name, act)


def test_a_post_that_has_ended_and_a_closed_account_allow_nothing(world: World) -> None:
    issue = raised(world)
    Posting.objects.filter(user=world.grid_worker).update(ends_on=at(15).date())
    world.grid_head.is_active = False
    world.grid_head.save(update_fields=["is_active"])
    for person in (world.grid_worker, world.grid_head):
        with pytest.raises(NotYours):
            receive(issue, actor=person, now=at(16) + timedelta(hours=1))


def test_who_handed_it_on_acts_no_more(world: World) -> None:
    issue = brought_to(world, Level.COMMUNITY)
    with pytest.raises(NotYours) as refused:
        join(
            issue, actor=world.grid_worker, now=at(16, 10), body=world.property_company,
            reason="请配合",
        )  # fmt: skip
    assert "moved on" in str(refused.value) or "转" in str(refused.value.message)
