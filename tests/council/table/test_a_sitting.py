"""A sitting from its opening to its close, by the addresses that its screens send to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from council.enums.meetings import MeetingState
from council.enums.votes import VoteState
from council.models import Command, Meeting, Resolution, Vote
from tests.council.sittings import a_called_sitting, roll_of
from tests.world import World


@pytest.fixture
def meeting(world: World, client: Client) -> Meeting:
    starts = timezone.now() + timedelta(minutes=10)
    found = a_called_sitting(world, now=timezone.now() - timedelta(days=1), starts_at=starts)
    client.force_login(world.grid_head)
    return found


def do(client: Client, meeting: Meeting, act: str, **data: Any) -> Any:
    sent = {"act": act, "command": uuid4(), "place": "table", **data}
    return client.post(f"/sittings/{meeting.uid}/do/", sent)


def test_it_is_opened_voted_in_decided_and_closed(
    world: World, client: Client, meeting: Meeting
) -> None:
    assert client.get(f"/sittings/{meeting.uid}/table/").status_code == 200
    for line in roll_of(meeting):
        assert do(client, meeting, "arrive", roll=line.uid).status_code == 302
    roll = roll_of(meeting)
    steps: list[tuple[str, dict[str, Any]]] = [
        ("open", {}),
        ("start_item", {}),
        ("ask_floor", {"uid": uuid4(), "roll": roll[0].uid}),
        ("give_floor", {}),
        ("pause_speech", {}),
        ("resume_speech", {}),
        ("extend_speech", {}),
        ("end_speech", {}),
        ("move", {"uid": uuid4(), "text": "由社区报街道，请铁路部门清淤"}),
    ]
    for act, data in steps:
        response = do(client, meeting, act, **data)
        assert response.status_code == 302, (act, response.content.decode())
    page = client.get(f"/sittings/{meeting.uid}/table/").content.decode()
    assert "由社区报街道" in page
    motion = meeting.items.get(position=1).motions.get()
    vote = uuid4()
    given = {"way": "hands", "majority": "half", "base": "present"}
    tellers = {"teller_one": roll[0].uid, "teller_two": roll[1].uid}
    response = do(client, meeting, "open_vote", uid=vote, motion=motion.uid, **given, **tellers)
    assert response.status_code == 302, response.content.decode()
    refused = do(client, meeting, "count_hands", vote=vote, yes=9, no=0, abstain=0)
    assert refused.status_code == 422
    assert do(client, meeting, "count_hands", vote=vote, yes=4, no=1, abstain=0).status_code == 302
    assert client.get(f"/sittings/{meeting.uid}/table/").status_code == 200
    assert do(client, meeting, "announce", vote=vote).status_code == 302
    item = meeting.items.get(position=1)
    adopted = do(client, meeting, "adopt", uid=uuid4(), item=item.uid, effect="none")
    assert adopted.status_code == 302, adopted.content.decode()
    assert client.get(f"/sittings/{meeting.uid}/phone/").status_code == 200
    assert do(client, meeting, "end_item", item=item.uid).status_code == 302
    assert do(client, meeting, "close").status_code == 302
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.CLOSED
    assert Vote.objects.get().state == VoteState.ANNOUNCED
    assert Resolution.objects.get().adopted


def test_what_is_sent_twice_counts_once(client: Client, meeting: Meeting) -> None:
    line, command = roll_of(meeting)[0], uuid4()
    for _time in range(2):
        assert do(client, meeting, "arrive", roll=line.uid, command=command).status_code == 302
    assert Command.objects.filter(meeting=meeting, kind="arrive").count() == 1
