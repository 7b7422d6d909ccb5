from __future__ import annotations

import pytest

from acting.refusals import Refused
from issues.actions.decline import decline
from issues.actions.push_up import push_up
from issues.actions.respond import respond
from issues.enums.activity import AnswerWay
from issues.enums.deadlines import DeadlineKind
from issues.models import Response
from issues.refusals import NotYours
from tests.issues.actions.doing import NOW, at_grid, entry, met, refused
from tests.issues.actions.sweeping import at, fresh, lead_of, running, told
from tests.issues.staging import published, raised
from tests.world import World


def test_the_first_answer_is_the_first_contact_at_the_time_it_was_given(world: World) -> None:
    issue = at_grid(world)
    respond(
        issue, actor=world.grid_worker, now=at(16, 18), text="下午来看过",
        way=AnswerWay.VISIT, said_at=at(16, 15),
    )  # fmt: skip
    assert met(fresh(issue), DeadlineKind.RESPOND) == at(16, 15)
    assert running(issue) == {"resolve"}
    said = Response.objects.get()
    assert (said.by, said.assignment, said.said_at) == (
        world.grid_worker, lead_of(issue), at(16, 15),
    )  # fmt: skip
    written = entry(issue, "responded")
    assert (written.parameters, written.happened_at) == ({"way": "visit"}, at(16, 15))
    assert told(world.resident, "responded") == 1


def test_a_second_answer_moves_no_clock(world: World) -> None:
    issue = at_grid(world)
    for hour in (10, 12):
        respond(issue, actor=world.grid_worker, now=at(16, hour), text="来看")
    assert met(fresh(issue), DeadlineKind.RESPOND) == at(16, 10)
    assert Response.objects.count() == 2


def test_the_first_receiver_may_answer_to_the_end_and_meets_nobody_elses_clock(
    world: World,
) -> None:
    issue = published(world)
    push_up(issue, actor=world.grid_worker, now=at(16, 11), reason="办不了", tried="试过")
    respond(issue, actor=world.grid_worker, now=at(16, 12), text="社区在办", said_at=at(16, 10))
    assert "respond" in running(fresh(issue))


def test_an_answer_is_not_older_than_the_turn_it_counts_for(world: World) -> None:
    issue = published(world)
    push_up(issue, actor=world.grid_worker, now=at(16, 11), reason="办不了", tried="试过")
    with pytest.raises(Refused):
        respond(issue, actor=world.staff, now=at(16, 12), text="来看", said_at=at(16, 10))


def test_an_answer_has_words(world: World) -> None:
    issue = at_grid(world)
    with refused("Write what you told the resident.", field="text"):
        respond(issue, actor=world.grid_worker, now=NOW, text="  ")


def test_neighbours_do_not_answer_and_nobody_answers_what_ended(world: World) -> None:
    issue = raised(world)
    for person in (world.resident, world.staff, world.other_grid_worker):
        with pytest.raises(NotYours):
            respond(issue, actor=person, now=NOW, text="来看")
    decline(issue, actor=world.grid_worker, now=NOW, where_to="请打 12345")
    with pytest.raises(NotYours):
        respond(issue, actor=world.grid_worker, now=NOW, text="来看")
