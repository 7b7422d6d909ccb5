"""Joining by code, reading, speaking and voting on a phone that runs no script."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone
from playwright.sync_api import Browser, expect

from council.models import Meeting, NamedBallot, Roll, Speech
from tests.council.sittings import a_called_sitting, a_council, at_the_table, roll_of
from tests.council.table.doing import do
from tests.e2e.people import PHONE, Person, pass_by_code, visits
from tests.e2e.words import zh
from tests.harness.common_site import Common

ITEM, MOTION = "快递柜占道", "快递柜移到南门东侧"


def test_a_member_takes_part_by_plain_forms(common_site: Common, browser: Browser) -> None:
    world, now = common_site.world, timezone.now()
    called = a_called_sitting(
        world,
        a_council(world, members=4),
        now=now - timedelta(days=1),
        starts_at=now + timedelta(minutes=10),
        items=[ITEM],
    )
    late = roll_of(called)[3]
    meeting = at_the_table(world, called, present=3, now=now)
    with visits(browser, common_site.url) as visit:
        phone = visit(PHONE, script=False)
        joins(phone, meeting, late)
        reads_and_speaks(phone, meeting, late)
        vote = at_table(meeting, "move")
        at_table(
            meeting, "open_vote", motion=vote, way="named", majority="half", base="present",
            teller_one=roll_of(meeting)[0].uid, teller_two=roll_of(meeting)[1].uid,
        )  # fmt: skip
        votes(phone, meeting)
    assert [ballot.choice for ballot in NamedBallot.objects.filter(roll=late)] == ["no"]


def at_table(meeting: Meeting, act: str, **data: Any) -> Any:
    uid = uuid4()
    text: dict[str, Any] = {"text": MOTION} if act == "move" else {}
    do(meeting, act, now=timezone.now(), uid=uid, **text, **data)
    return uid


def joins(phone: Person, meeting: Meeting, line: Roll) -> None:
    """The code is read aloud and typed in small letters; then the number, then the button."""
    assert line.person
    phone.go("/sit/")
    phone.fill(zh("The code at the table"), meeting.code.lower())
    phone.press(zh("Join"))
    pass_by_code(phone, line.person)
    phone.press(zh("I am here"))
    expect(phone.page.get_by_role("button", name=zh("I am here"))).to_be_hidden()
    assert line.presences.filter(left_at=None).exists()


def reads_and_speaks(phone: Person, meeting: Meeting, line: Roll) -> None:
    phone.reads(ITEM)
    phone.press(zh("I would like to speak"))
    phone.reads(zh("You are on the list."))
    speech = Speech.objects.get(roll=line)
    at_table(meeting, "give_floor", speech=speech.uid)
    phone.reload()
    phone.reads(zh("You have the floor."))
    at_table(meeting, "end_speech", speech=speech.uid)


def votes(phone: Person, meeting: Meeting) -> None:
    phone.reload()
    phone.reads(MOTION)
    for choice, name in (("yes", "赞成"), ("no", "反对")):
        phone.page.locator(f"button[name=choice][value={choice}]").click()
        phone.reads(f"您投了：{name}。")
        phone.reads(zh("Until the close you can still change it."))
    at_table(meeting, "close_vote", vote=meeting.votes.get().uid)
    phone.reload()
    phone.reads(zh("Counted. The chair announces the result."))
