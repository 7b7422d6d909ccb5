"""No page offers what is refused whoever presses it: it says why, and so does an old page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from council.actions.agenda.put_on import put_on
from council.actions.calls.choose_idea import choose_idea
from council.actions.calls.open_call import open_call
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.convene import convene
from council.enums.planning import MeetingAct
from council.models import Call, CallIdea, Council, Lease, Meeting
from issues.actions.hide import hide
from issues.actions.merge import merge
from issues.actions.withdraw import withdraw
from issues.models import Issue
from tests.council.actions.test_calls import an_idea, asked, public
from tests.council.conftest import NOW
from tests.council.sittings import (
    a_called_sitting,
    a_council,
    a_draft,
    a_member,
    a_plan,
    at_the_table,
    fresh,
)
from tests.council.table.doing import do
from tests.harness.signing_in import signed_in
from tests.issues.sitting import hard
from tests.issues.staging import published
from tests.world import World, person


@pytest.fixture
def call(world: World, council: Council) -> Call:
    return open_call(council, actor=world.staff, now=NOW, asked=asked())


def taken_back(world: World, issue: Issue) -> None:
    withdraw(issue, actor=world.resident, now=NOW)


def merged(world: World, issue: Issue) -> None:
    merge(issue, into=published(world), actor=world.grid_worker, now=NOW)


def hidden(world: World, issue: Issue) -> None:
    hide(issue, actor=world.lead, now=NOW, reason="有人名")


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def pressed(client: Client, address: str, **data: Any) -> str:
    answer = client.post(address, {"submission": str(uuid4()), **data})
    assert answer.status_code >= 400, answer.status_code
    return answer.content.decode()


@pytest.mark.parametrize(
    ("became", "said"),
    [(taken_back, "已经撤回"), (merged, "已合并到另一件事"), (hidden, "没有公开")],
)
def test_an_idea_whose_matter_went_another_way(
    world: World, call: Call, became: Callable[[World, Issue], None], said: str
) -> None:
    issue = public(world, an_idea(world, call))
    staff, address = signed_in(world.staff), f"/calls/{call.uid}/choose/{issue.reference}/"
    assert address in page(staff, f"/calls/{call.uid}/")
    became(world, issue)
    shown = page(staff, f"/calls/{call.uid}/")
    assert address not in shown
    assert said in shown
    assert said not in page(Client(), f"/calls/{call.uid}/")
    assert said in page_after(staff, address)
    refused = pressed(staff, address, why="老人孩子都用得上")
    assert said in refused
    assert "老人孩子都用得上" in refused
    assert CallIdea.objects.get(issue=issue).chosen_at is None


def page_after(client: Client, address: str) -> str:
    return client.get(address, follow=True).content.decode()


def test_the_reason_of_what_was_taken_up_can_be_put_better_afterwards(
    world: World, call: Call
) -> None:
    issue = public(world, an_idea(world, call))
    choose_idea(call, actor=world.staff, now=NOW, issue=issue, why="好")
    taken_back(world, issue)
    staff, address = signed_in(world.staff), f"/calls/{call.uid}/choose/{issue.reference}/"
    assert address in page(staff, f"/calls/{call.uid}/")
    sent = {"submission": str(uuid4()), "why": "老人孩子都用得上"}
    assert staff.post(address, sent).status_code == 302
    assert CallIdea.objects.get(issue=issue).why == "老人孩子都用得上"


def soon() -> Any:
    return (timezone.now() + timedelta(days=2)).replace(second=0, microsecond=0)


def test_a_matter_that_the_chair_reported_does_not_come_on_under_them(world: World) -> None:
    council, issue = a_council(world), hard(world)
    a_member(council, world.resident)
    draft = a_draft(world, council, chair=world.resident, now=timezone.now(), starts_at=soon())
    head, address = signed_in(world.grid_head), f"/sittings/{draft.uid}/"
    accept = f"{address}{MeetingAct.ACCEPT_PROPOSAL}/{issue.uid}/"
    said = "不能主持议这件事的会"
    shown = page(head, address)
    assert said in shown
    assert issue.spoken in shown
    assert accept not in shown
    assert said in pressed(head, accept, minutes="15", version=str(draft.version))
    Meeting.objects.filter(pk=draft.pk).update(chair=world.grid_head)
    shown = page(head, address)
    assert said not in shown
    assert accept in shown


@pytest.mark.parametrize(
    ("lacking", "said"),
    [({"recorder": None}, "要先定好主持人和记录人"), ({"starts_at": None}, "原定开始时间已过")],
)
def test_a_draft_that_lacks_something_is_not_called(
    world: World, lacking: dict[str, Any], said: str
) -> None:
    draft = a_draft(world, a_council(world), now=timezone.now(), starts_at=soon())
    head, address = signed_in(world.grid_head), f"/sittings/{draft.uid}/"
    assert f"{address}call/" in page(head, address)
    lacks = (
        {"starts_at": timezone.now() - timedelta(hours=1)} if "starts_at" in lacking else lacking
    )
    Meeting.objects.filter(pk=draft.pk).update(**lacks)
    shown = page(head, address)
    assert f"{address}call/" not in shown
    assert said in shown
    assert said in page_after(head, f"{address}call/")
    assert said in pressed(head, f"{address}call/", reason="急", version=str(draft.version))


def test_a_council_that_has_ended_gets_no_next_sitting(world: World) -> None:
    began = timezone.now() - timedelta(minutes=30)
    called = a_called_sitting(world, now=began - timedelta(minutes=30), starts_at=began)
    meeting = at_the_table(world, called, now=began)
    head, address = signed_in(world.grid_head), f"/sittings/{meeting.uid}/"
    assert f"{address}next/" in page(head, address)
    Council.objects.filter(pk=meeting.council_id).update(active=False)
    assert f"{address}next/" not in page(head, address)
    assert "没法再约它开会" in page_after(head, f"{address}next/")


def test_the_table_leads_to_a_next_sitting_only_where_there_can_be_one(world: World) -> None:
    council, other = a_council(world), Council.objects.create(body=world.other_grid)
    a_member(other, person("段平"))
    began = timezone.now() - timedelta(minutes=30)
    plan = a_plan(world, starts_at=began, councils=(other,))
    given: dict[str, Any] = {"actor": world.staff, "now": began - timedelta(hours=1)}
    meeting = convene(council, plan=plan, **given)
    put_on(meeting, title="两个网格中间的路", **given)
    meeting = at_the_table(world, fresh(call_meeting(meeting, reason="急事", **given)), now=began)
    do(meeting, "end_item", now=began)
    Lease.objects.filter(meeting=meeting).delete()
    chair, address = signed_in(world.grid_head), f"/sittings/{meeting.uid}/"
    assert f"{address}next/" in page(chair, f"{address}table/")
    Council.objects.filter(pk=other.pk).update(active=False)
    assert f"{address}next/" not in page(chair, f"{address}table/")
    assert f"{address}next/" not in page(chair, address)
    Council.objects.filter(pk=other.pk).update(active=True)
    do(meeting, "close", device="", now=timezone.now())
    assert f"{address}next/" in page(chair, f"{address}table/")
    Meeting.objects.create(
        council=council, state="draft", convened_by=world.staff, convener=council.body,
        follows=meeting, starts_at=soon(), ends_at=soon() + timedelta(hours=1), title="下次",
        place="亭子",
    )  # fmt: skip
    assert f"{address}next/" not in page(chair, f"{address}table/")
