"""A joint sitting from its opening to its minutes, on the four screens of those who follow it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from council.actions.agenda.put_on import put_on
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.convene import convene
from council.enums.meetings import MeetingState
from council.models import Council, Meeting, Resolution, Roll, Vote
from tests.council.sittings import a_council, a_member, a_plan, fresh, roll_of
from tests.harness.signing_in import signed_in
from tests.world import World, person


@dataclass
class Joint:
    """Five members of the host, three of the other council."""

    meeting: Meeting
    chair: Client
    recorder: Client
    phone: Client
    other: Council

    def lines(self, council: Council) -> list[Roll]:
        return [line for line in roll_of(self.meeting) if line.council_id == council.pk]

    def do(self, act: str, client: Client | None = None, place: str = "table", **data: Any) -> Any:
        sent = {"act": act, "command": uuid4(), "place": place, **data}
        return (client or self.chair).post(f"/sittings/{self.meeting.uid}/do/", sent)

    def screens(self) -> list[str]:
        """Table, the recorder's device, a member's phone, the wall."""
        asked = [
            (self.chair, "table/"),
            (self.recorder, "table/"),
            (self.phone, "phone/"),
            (Client(), f"wall/?key={self.meeting.wall_key}"),
        ]
        found = [client.get(f"/sittings/{self.meeting.uid}/{page}") for client, page in asked]
        assert {answer.status_code for answer in found} == {200}
        return [answer.content.decode() for answer in found]


@pytest.fixture
def joint(world: World) -> Joint:
    council, now = a_council(world), timezone.now()
    other = Council.objects.create(body=world.other_grid)
    members = [person(name) for name in ("段平", "康宁", "陆青")]
    for one in members:
        a_member(other, one)
    plan = a_plan(world, starts_at=now + timedelta(minutes=10), councils=(other,))
    by: dict[str, Any] = {"actor": world.staff, "now": now - timedelta(days=1)}
    meeting = convene(council, plan=plan, **by)
    put_on(meeting, title="两个网格中间的路", **by)
    called = fresh(call_meeting(meeting, reason="急事", **by))
    chair, recorder = signed_in(world.grid_head), signed_in(world.grid_worker)
    return Joint(called, chair, recorder, signed_in(members[-1]), other)


def named(council: Council) -> str:
    """As the pages of the test read it."""
    with override("zh-hans"):
        return council.name


def test_each_council_is_there_by_its_own_members_and_they_decide_together(joint: Joint) -> None:
    host, other = joint.meeting.council, joint.other
    for line in (*joint.lines(host), joint.lines(other)[0]):
        assert joint.do("arrive", roll=line.uid).status_code == 302
    short = f"{named(other)}还差 1 人才够数"
    assert short in joint.screens()[0], "six of eight are there, but of one council one of three"
    joint.do("open")
    joint.do("start_item")
    *at_table, on_phone, on_wall = joint.screens()
    assert all(short in page for page in (*at_table, on_phone)), "each says which council waits"
    assert "6/8" in on_wall or "6" in on_wall
    motion, vote, roll = uuid4(), uuid4(), roll_of(joint.meeting)
    assert joint.do("move", uid=motion, text="一家修一半").status_code == 302
    opening: dict[str, Any] = {
        "uid": vote, "motion": motion, "way": "hands", "majority": "half", "base": "present",
        "teller_one": roll[0].uid, "teller_two": roll[1].uid,
    }  # fmt: skip
    refused = joint.do("open_vote", **opening)
    assert refused.status_code == 422
    assert short in refused.content.decode()

    assert joint.do("join", joint.phone, "phone", code=joint.meeting.code).status_code == 302
    assert not any("还差" in page for page in joint.screens())
    assert joint.do("open_vote", **opening).status_code == 302
    assert joint.do("count_hands", vote=vote, yes=6, no=1, abstain=0).status_code == 302
    assert joint.do("announce", vote=vote).status_code == 302
    item = joint.meeting.items.get()
    assert joint.do("adopt", uid=uuid4(), item=item.uid, effect="none").status_code == 302
    assert all("一家修一半" in page for page in joint.screens()[:3])
    assert joint.do("end_item", item=item.uid).status_code == 302
    assert joint.do("close").status_code == 302
    assert fresh(joint.meeting).state == MeetingState.CLOSED
    assert Vote.objects.get().quorate
    assert Resolution.objects.get().adopted
    minutes = joint.recorder.get(f"/sittings/{joint.meeting.uid}/minutes/").content.decode()
    for name in (named(host), named(other), "段平", "陆青", "一家修一半"):
        assert name in minutes
