"""The pages of calls, and an idea that comes in by the form for all matters."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from council.actions.calls.close_call import close_call
from council.actions.calls.open_call import open_call
from council.models import Call, CallIdea, Council
from desks.actions.erase_person import erase_person
from desks.queries.export_person import export_person
from issues.actions.publish import publish
from issues.enums.matter import Source
from issues.models import Issue
from tests.accounts.walking import sign_in
from tests.council.actions.test_calls import asked
from tests.harness.signing_in import signed_in
from tests.world import World


@pytest.fixture
def call(world: World, council: Council) -> Call:
    today = timezone.localdate()
    given = asked(opens_on=today, closes_on=today + timedelta(days=5))
    return open_call(council, actor=world.staff, now=timezone.now(), asked=given)


def idea(world: World, call: Call, **more: Any) -> dict[str, Any]:
    return {
        "submission": str(uuid4()), "text": "种几棵树，摆两张凳子", "call": str(call.uid),
        "building": str(world.building.pk), **more,
    }  # fmt: skip


def published(world: World) -> Issue:
    issue = Issue.objects.get()
    return publish(
        issue, actor=world.grid_worker, now=timezone.now(), title="种树摆凳子", text="种树。",
        photos=[],
    )  # fmt: skip


def test_a_call_stands_on_the_pages_of_its_council_and_leads_to_the_form(
    world: World, call: Call, client: Client
) -> None:
    address = f"/calls/{call.uid}/"
    for path in ("/calls/", "/councils/ZJD-1/"):
        assert address in client.get(path).content.decode()
    page = client.get(address).content.decode()
    assert f"/raise/?call={call.uid}" in page
    form = client.get(f"/raise/?call={call.uid}").content.decode()
    assert "楼前空地做什么用" in form


def test_an_idea_comes_in_by_the_form_and_its_name_only_if_asked_for(
    world: World, call: Call, client: Client
) -> None:
    answer = signed_in(world.resident).post("/raise/", idea(world, call, named="on"))
    assert answer.status_code == 302
    issue = Issue.objects.get()
    assert issue.source == Source.CALL
    page = client.get(f"/calls/{call.uid}/").content.decode()
    assert "种几棵树" not in page
    assert "李大妈" not in page
    published(world)
    page = client.get(f"/calls/{call.uid}/").content.decode()
    assert "种树摆凳子" in page
    assert "李大妈" in page
    assert client.get(f"/issues/{issue.reference}/").content.decode().count("李大妈") == 0


def test_sent_after_the_close_the_words_stay_and_a_second_press_raises_it(
    world: World, call: Call
) -> None:
    close_call(call, actor=world.staff, now=timezone.now())
    client, sent = signed_in(world.resident), idea(world, call)
    answer = client.post("/raise/", sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "种几棵树" in page
    assert f'value="{call.uid}"' not in page
    assert client.post("/raise/", {**sent, "call": ""}).status_code == 302
    assert Issue.objects.get().source == Source.WEB
    assert not CallIdea.objects.exists()


@pytest.mark.parametrize("reference", ["x", "0" * 40, "8b56a63b-630e-46f1-8d00-5258b33d8d04"])
def test_a_call_that_there_is_not_is_no_error(
    world: World, council: Council, reference: str
) -> None:
    client = signed_in(world.resident)
    assert client.get(f"/raise/?call={reference}").status_code == 200
    sent = {"submission": str(uuid4()), "text": "灯不亮", "call": reference}
    answer = client.post("/raise/", {**sent, "building": str(world.building.pk)})
    assert answer.status_code == 422


def test_a_visitor_writes_first_and_signs_in_then_and_it_is_still_an_idea(
    world: World, call: Call, client: Client
) -> None:
    answer = client.post("/raise/", idea(world, call))
    assert answer.status_code == 302
    sent = parse_qs(urlsplit(answer["Location"]).query)["next"][0]
    assert sign_in(client, "13912345678", next=sent).status_code == 302
    assert [one.call for one in CallIdea.objects.all()] == [call]


def test_the_council_takes_an_idea_up_on_its_page(world: World, call: Call, client: Client) -> None:
    signed_in(world.resident).post("/raise/", idea(world, call))
    issue = published(world)
    address = f"/calls/{call.uid}/choose/{issue.reference}/"
    assert address not in client.get(f"/calls/{call.uid}/").content.decode()
    staff = signed_in(world.staff)
    assert address in staff.get(f"/calls/{call.uid}/").content.decode()
    sent = {"submission": str(uuid4()), "why": "老人孩子都用得上"}
    assert staff.post(address, sent).status_code == 302
    assert "老人孩子都用得上" in client.get(f"/calls/{call.uid}/").content.decode()


def test_a_call_is_opened_by_the_form_and_loses_nothing_typed(
    world: World, council: Council
) -> None:
    client, today = signed_in(world.lead), timezone.localdate()
    sent = {
        "submission": str(uuid4()), "title_of_call": "空地怎么用", "prompt": "大家说说",
        "opens_on": today.isoformat(), "closes_on": (today - timedelta(days=2)).isoformat(),
    }  # fmt: skip
    answer = client.post("/councils/ZJD-1/open-call/", sent)
    assert answer.status_code == 422
    assert "空地怎么用" in answer.content.decode()
    sent["closes_on"] = (today + timedelta(days=2)).isoformat()
    assert client.post("/councils/ZJD-1/open-call/", sent).status_code == 302
    assert Call.objects.get().title == "空地怎么用"


def test_ideas_are_in_ones_own_data_and_leave_no_name(
    world: World, call: Call, client: Client
) -> None:
    signed_in(world.resident).post("/raise/", idea(world, call, named="on"))
    published(world)
    (kept,) = export_person(world.resident)["councils"]["ideas"]
    assert kept["named"] is True
    erase_person(world.resident, actor=world.resident, now=timezone.now())
    assert CallIdea.objects.get().named is False
    assert "李大妈" not in client.get(f"/calls/{call.uid}/").content.decode()


def test_a_call_costs_the_same_however_many_ideas_came_in(
    world: World, call: Call, django_assert_max_num_queries: object
) -> None:
    resident = signed_in(world.resident)
    for _ in range(5):
        resident.post("/raise/", idea(world, call))
    client = signed_in(world.staff)
    with django_assert_max_num_queries(13):  # type: ignore[operator]
        client.get(f"/calls/{call.uid}/")
