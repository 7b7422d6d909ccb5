"""The pages of sittings before they run, by who looks and in which hand they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from council.actions.agenda.put_on import put_on
from council.actions.agenda.say_opinion import say_opinion
from council.actions.meetings.cancel import cancel
from council.actions.meetings.recall import recall_call
from council.enums.agenda import Stance
from council.models import Council, Meeting, Opinion
from desks.actions.erase_person import erase_person
from desks.queries.export_person import export_person
from grids.models import Residence
from issues.enums.matter import Visibility
from issues.models import Issue
from tests.council.sittings import (
    LENGTH,
    a_called_sitting,
    a_council,
    a_draft,
    a_member,
    at_the_table,
    fresh,
    items_of,
    roll_of,
)
from tests.harness.signing_in import signed_in
from tests.issues.staging import published
from tests.world import World

# What would be markup somewhere: HTML, a template, Typst, a calendar, a direction of writing.
HOSTILE = "<script>alert(1)</script>{{ x }} #strong[*x*] $x$ \\; BEGIN:VCALENDAR \u202e%s{0}"

NO_ITEM = "8b56a63b-630e-46f1-8d00-5258b33d8d04"


@pytest.fixture
def council(world: World) -> Council:
    Residence.objects.update_or_create(user=world.neighbour, defaults={"building": world.building})
    return a_council(world)


@pytest.fixture
def meeting(world: World, council: Council) -> Meeting:
    return a_called_sitting(world, council, now=now(), starts_at=soon(), items=["一", "二", "三"])


def now() -> Any:
    return timezone.now()


def soon() -> Any:
    return (timezone.now() + timedelta(days=2)).replace(second=0, microsecond=0)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


def send(client: Client, meeting: Meeting, act: str, **data: Any) -> Any:
    sent = {"submission": str(uuid4()), "version": meeting.version, **data}
    return client.post(f"/sittings/{meeting.uid}/{act}/", sent)


def month(meeting: Meeting) -> str:
    return f"/sittings/?month={timezone.localtime(meeting.starts_at):%Y-%m}"


def test_the_calendar_shows_what_was_called_and_no_draft(
    world: World, council: Council, meeting: Meeting, client: Client
) -> None:
    later = soon() + timedelta(hours=3)
    draft = a_draft(world, council, now=now(), starts_at=later, title="秘密的草稿")
    shown = page(client, month(meeting))
    assert meeting.title in shown
    assert draft.title not in shown
    assert draft.title in page(signed_in(world.grid_head), month(draft))
    assert client.get(f"/sittings/{draft.uid}/").status_code == 404


def test_a_cancelled_one_stays_in_the_calendar_with_its_reason(
    world: World, meeting: Meeting, client: Client
) -> None:
    cancel(meeting, actor=world.grid_head, now=now(), reason="停电改期")
    assert "停电改期" in page(client, month(meeting))
    assert "停电改期" in page(client, f"/sittings/{meeting.uid}/")


def test_a_draft_that_was_thrown_away_is_nobodys_business(
    world: World, council: Council, client: Client
) -> None:
    draft = a_draft(world, council, now=now(), starts_at=soon(), title="没召集过")
    cancel(draft, actor=world.grid_head, now=now(), reason="算了")
    assert "没召集过" not in page(client, month(draft))
    assert client.get(f"/sittings/{draft.uid}/").status_code == 404


def test_after_a_recall_the_plan_is_its_makers_own_again(
    world: World, meeting: Meeting, client: Client
) -> None:
    recall_call(meeting, actor=world.grid_head, now=now())
    put_on(fresh(meeting), actor=world.grid_head, now=now(), title="新加的一项")
    assert "新加的一项" not in page(client, f"/sittings/{meeting.uid}/")
    assert "新加的一项" in page(signed_in(world.grid_head), f"/sittings/{meeting.uid}/")


def test_what_sits_now_comes_first(world: World, council: Council, client: Client) -> None:
    soon = now() + timedelta(minutes=30)
    meeting = a_called_sitting(world, council, now=now() - timedelta(days=1), starts_at=soon)
    at_the_table(world, meeting, now=now())
    assert meeting.title in page(client, "/sittings/?month=2026-01")


@pytest.mark.parametrize("asked", ["2026-13", "x", "0001-01", "99999-1", "2026", "-1--1"])
def test_a_month_that_is_none_is_this_one(world: World, client: Client, asked: str) -> None:
    assert client.get("/sittings/", {"month": asked}).status_code == 200


def test_a_council_and_a_grid_can_be_asked_for(
    world: World, meeting: Meeting, client: Client
) -> None:
    other = Council.objects.create(body=world.other_grid)
    address = month(meeting)
    assert meeting.title in page(client, f"{address}&council=ZJD-1")
    assert meeting.title not in page(client, f"{address}&council={other.body.code}")
    assert meeting.title in page(client, f"{address}&grid=ZJD-1")
    assert meeting.title not in page(client, f"{address}&grid=ZJD-2")


def test_a_sitting_is_planned_by_the_form_and_once_however_often_it_is_sent(
    world: World, council: Council
) -> None:
    client = signed_in(world.grid_head)
    assert client.get("/sittings/new/")["Location"] == "/sittings/new/?council=ZJD-1"
    assert "大槐树议事亭" in page(client, "/sittings/new/?council=ZJD-1")
    sent = {
        "submission": str(uuid4()),
        "name": "",
        "starts_at": timezone.localtime(soon()).strftime("%Y-%m-%dT%H:%M"),
        "minutes": "90",
        "venue": str(world.venue.pk),
        "manner": "family",
        "chair": str(world.grid_head.pk),
        "recorder": str(world.grid_worker.pk),
    }
    refused = client.post("/sittings/new/?council=ZJD-1", sent)
    assert refused.status_code == 422
    sent["name"] = HOSTILE[:80]
    first = client.post("/sittings/new/?council=ZJD-1", sent)
    again = client.post("/sittings/new/?council=ZJD-1", sent)
    meeting = Meeting.objects.get()
    assert first["Location"] == again["Location"] == f"/sittings/{meeting.uid}/"
    assert meeting.ends_at - meeting.starts_at == timedelta(minutes=90)


def test_a_refused_plan_gives_back_what_was_typed(world: World, council: Council) -> None:
    a_draft(world, council, now=now(), starts_at=soon())
    sent = {
        "submission": str(uuid4()),
        "name": "很长的题目要留着",
        "starts_at": timezone.localtime(soon() + LENGTH / 2).strftime("%Y-%m-%dT%H:%M"),
        "minutes": "60",
        "venue": str(world.venue.pk),
        "manner": "rules",
    }
    answer = signed_in(world.grid_head).post("/sittings/new/?council=ZJD-1", sent)
    assert answer.status_code == 422
    assert "很长的题目要留着" in answer.content.decode()
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize("title", [HOSTILE[:80], "一" * 80, "\u202e反过来"])
def test_a_hostile_title_is_shown_as_it_is(
    world: World, council: Council, client: Client, title: str
) -> None:
    meeting = a_called_sitting(
        world, council, now=now(), starts_at=soon(), title=title, items=[HOSTILE[:110]]
    )
    for address in ("/", month(meeting), f"/sittings/{meeting.uid}/", "/councils/ZJD-1/"):
        assert "<script>alert(1)" not in page(client, address)
    order = page(signed_in(world.grid_head), f"/sittings/{meeting.uid}/agenda/")
    assert "<script>alert(1)" not in order


def test_only_who_prepares_it_reads_who_was_told_and_the_code(
    world: World, meeting: Meeting, client: Client
) -> None:
    address = f"/sittings/{meeting.uid}/"
    inside = page(signed_in(world.grid_worker), address)
    assert meeting.code in inside
    assert "何平" in inside
    for other in (client, signed_in(world.resident), signed_in(world.far_grid_worker)):
        outside = page(other, address)
        assert meeting.code not in outside
        assert "何平" not in outside


def test_who_was_asked_to_come_says_on_the_page_that_they_cannot(
    world: World, council: Council, client: Client
) -> None:
    a_member(council, world.neighbour)
    meeting = a_called_sitting(world, council, now=now(), starts_at=soon())
    address, member = f"/sittings/{meeting.uid}/", signed_in(world.neighbour)
    assert 'value="apologise"' in page(member, address)
    assert 'value="apologise"' not in page(client, address)
    said = {"act": "apologise", "command": uuid4(), "place": "phone", "apology": "ill"}
    assert member.post(f"{address}do/", said).status_code == 302
    line = next(line for line in roll_of(meeting) if line.person == world.neighbour)
    assert line.apology == "ill"


def test_words_of_an_opinion_are_read_by_chair_recorder_and_author_only(
    world: World, meeting: Meeting, client: Client
) -> None:
    item = items_of(meeting)[0].uid
    sent = send(
        signed_in(world.neighbour), meeting, f"opinion/{item}", stance="against", words="楼下太吵"
    )
    assert sent.status_code == 302
    address = f"/sittings/{meeting.uid}/"
    for reader in (world.neighbour, world.grid_head, world.grid_worker):
        assert "楼下太吵" in page(signed_in(reader), address)
    for reader in (world.resident, world.staff, world.lead):
        assert "楼下太吵" not in page(signed_in(reader), address)
    assert "楼下太吵" not in page(client, address)


def test_an_erased_person_leaves_a_stance_and_no_word(world: World, meeting: Meeting) -> None:
    item = items_of(meeting)[0].uid
    say_opinion(
        meeting, actor=world.neighbour, now=now(), item=item, stance=Stance.FOR, words="我家在一楼"
    )
    kept = export_person(world.neighbour)["councils"]
    assert [row["words"] for row in kept["opinions"]] == ["我家在一楼"]
    erase_person(world.neighbour, actor=world.neighbour, now=now())
    left = Opinion.objects.get()
    assert (left.stance, left.words) == ("for", "")


def test_a_matter_that_went_private_is_not_named_any_more(
    world: World, council: Council, client: Client
) -> None:
    issue = published(world)
    meeting = a_called_sitting(world, council, now=now(), starts_at=soon(), items=[issue.reference])
    address = f"/sittings/{meeting.uid}/"
    assert issue.public_title in page(client, address)
    Issue.objects.filter(pk=issue.pk).update(visibility=Visibility.PRIVATE)
    for reader in (client, signed_in(world.resident)):
        assert issue.public_title not in page(reader, address)
        assert issue.reference not in page(reader, address)


def test_the_order_is_sent_in_one_request_and_by_buttons_without_a_script(
    world: World, meeting: Meeting
) -> None:
    client = signed_in(world.grid_worker)
    one, two, three = (str(item.uid) for item in items_of(meeting))
    moved = send(client, meeting, "agenda", order=[one, two, three], move=f"up:{three}")
    assert moved["Location"] == f"/sittings/{meeting.uid}/agenda/#item-{three}"
    meeting = fresh(meeting)
    assert [str(item.uid) for item in items_of(meeting)] == [one, three, two]
    saved = send(client, meeting, "agenda", order=[two, one, three])
    assert saved["Location"] == f"/sittings/{meeting.uid}/#agenda"
    assert [str(item.uid) for item in items_of(meeting)] == [two, one, three]


@pytest.mark.parametrize(
    "move", ["up:x", "sideways", "up:8b56a63b-630e-46f1-8d00-5258b33d8d04", ":", "down:"]
)
def test_an_order_that_makes_no_sense_changes_nothing(
    world: World, meeting: Meeting, move: str
) -> None:
    before = [item.uid for item in items_of(meeting)]
    client = signed_in(world.grid_worker)
    answer = send(client, meeting, "agenda", order=["x", *map(str, before)], move=move)
    assert answer.status_code == 422
    assert [item.uid for item in items_of(meeting)] == before


def test_a_stale_order_is_shown_with_what_changed_and_not_lost(
    world: World, meeting: Meeting
) -> None:
    uids = [str(item.uid) for item in items_of(meeting)]
    client = signed_in(world.grid_worker)
    assert send(client, meeting, "agenda", order=uids[::-1]).status_code == 302
    stale = send(client, meeting, "agenda", order=[uids[1], uids[0], uids[2]])
    assert stale.status_code == 409
    shown = stale.content.decode()
    assert shown.index(uids[1]) < shown.index(uids[0]) < shown.index(uids[2])


def test_a_form_that_is_stale_gives_back_what_was_typed(world: World, meeting: Meeting) -> None:
    put_on(meeting, actor=world.grid_head, now=now(), title="四")
    answer = send(signed_in(world.grid_head), meeting, "cancel", reason="停电了改天再开")
    assert answer.status_code == 409
    assert "停电了改天再开" in answer.content.decode()
    assert fresh(meeting).state == "called"


def test_a_talk_is_written_down_in_one_form(world: World, council: Council) -> None:
    client = signed_in(world.grid_worker)
    sent = {
        "submission": str(uuid4()),
        "name": "楼道灯",
        "note": "明天换",
        "party": "三单元邻居",
        "minutes": "15",
    }
    answer = client.post("/sittings/talk/?council=ZJD-1", sent)
    again = client.post("/sittings/talk/?council=ZJD-1", sent)
    meeting = Meeting.objects.get()
    assert answer["Location"] == again["Location"] == f"/sittings/{meeting.uid}/"
    assert "三单元邻居" not in page(Client(), f"/sittings/{meeting.uid}/")


def test_the_pages_cost_the_same_whatever_is_on_them(
    world: World,
    council: Council,
    django_assert_max_num_queries: Callable[..., Any],
) -> None:
    """As many statements for ten items and three sittings as for one."""
    meeting = a_called_sitting(
        world, council, now=now(), starts_at=soon(), items=[f"第{n}项" for n in range(10)]
    )
    for at in range(2):
        starts_at = soon() + (at + 1) * LENGTH
        a_called_sitting(world, council, now=now(), starts_at=starts_at)
    client = signed_in(world.grid_head)
    with django_assert_max_num_queries(24):
        page(client, f"/sittings/{meeting.uid}/")
    with django_assert_max_num_queries(12):
        page(client, month(meeting))
    with django_assert_max_num_queries(10):
        page(Client(), month(meeting))
