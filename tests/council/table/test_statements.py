"""How often a command, a frame and the screens ask the database."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from council.models import Meeting
from council.queries.state import state_of
from tests.council.sittings import a_council, a_sitting_now, roll_of
from tests.council.table.doing import COMMAND, asked_of, do, moved, person_at, vote_on
from tests.harness.signing_in import signed_in
from tests.world import World

# A script is answered with a frame too: the state, and what is known of the matter that is on.
FRAME, BRIEF = 8, 3
# The table of its chair, the phone of a member, and of somebody who reads along.
SCREENS = [11, 9, 7]


def statements(act: Any) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        act()
    return asked_of(queries)


def a_sitting(world: World, *, members: int = 5, items: int = 2) -> Meeting:
    titles = [f"第{number}项" for number in range(items)]
    return a_sitting_now(world, a_council(world, members=members), items=titles)


def spoken(meeting: Meeting) -> None:
    """Some wait, and a vote by name is open in which some have voted."""
    roll = roll_of(meeting)
    for line in roll[1:]:
        do(meeting, "ask_floor", uid=uuid4(), roll=line.uid)
    vote = vote_on(meeting, moved(meeting), "named")
    for line in roll[2:]:
        do(meeting, "cast_named", vote=vote.uid, roll=line.uid, choice="yes")


@pytest.mark.parametrize(("members", "items"), [(5, 2), (12, 9)])
def test_a_frame_and_the_screens_cost_the_same_however_many_there_are(
    world: World, members: int, items: int
) -> None:
    meeting = a_sitting(world, members=members, items=items)
    spoken(meeting)
    found = statements(lambda: state_of(meeting.uid, now=timezone.now()))
    assert len(found) <= FRAME, found
    chair, member = signed_in(world.grid_head), signed_in(person_at(meeting, 0))
    costs = [
        screen(chair, meeting, "table"),
        screen(member, meeting, "phone"),
        screen(Client(), meeting, "phone"),
    ]
    assert costs == SCREENS


def screen(client: Client, meeting: Meeting, page: str) -> int:
    path = f"/sittings/{meeting.uid}/{page}/"
    assert client.get(path).status_code == 200
    return len(statements(lambda: client.get(path)))


@pytest.mark.parametrize("script", [True, False])
def test_a_command_stays_within_twenty(world: World, script: bool) -> None:
    meeting = a_sitting(world)
    client, line = signed_in(world.grid_head), roll_of(meeting)[0]
    accept = {"accept": "application/json"} if script else None

    def send(act: str, **data: Any) -> int:
        sent = {"act": act, "command": uuid4(), "place": "table", **data}
        path = f"/sittings/{meeting.uid}/do/"
        found = statements(lambda: answers.append(client.post(path, sent, headers=accept)))
        assert answers[-1].status_code == (200 if script else 302), answers[-1].content.decode()
        costs[act] = max(costs.get(act, 0), len(found))
        return len(found)

    answers: list[Any] = []
    costs: dict[str, int] = {}
    motion, vote, roll = uuid4(), uuid4(), roll_of(meeting)
    send("take_table")
    send("leave", roll=line.uid)
    send("arrive", roll=line.uid)
    send("walk_in", uid=uuid4(), name="老王")
    send("ask_floor", uid=uuid4(), roll=line.uid)
    send("give_floor")
    send("end_speech")
    send("undo")
    send("end_speech")
    send("move", uid=motion, text="清淤")
    send(
        "open_vote", uid=vote, motion=motion, way="hands", majority="half", base="present",
        teller_one=roll[0].uid, teller_two=roll[1].uid,
    )  # fmt: skip
    send("count_hands", vote=vote, yes=5, no=0, abstain=0)
    send("announce", vote=vote)
    send("adopt", uid=uuid4(), item=meeting.items.get(position=1).uid, effect="none")
    send("end_item")
    send("close")
    most = COMMAND + FRAME + BRIEF if script else COMMAND
    assert not {act: cost for act, cost in costs.items() if cost > most}
