"""Acts on many matters of a queue at once: each is judged by itself, and the result is said."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from bench._lay import lay_matters, lay_places
from grids.enums import Role
from issues.actions.assign import assign
from issues.actions.note import note
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.models import Assignment, Issue
from notifications.models import Notice
from tests.desks.desking import at_community, at_housing, raised
from tests.harness.signing_in import signed_in
from tests.world import World, person, post

pytestmark = pytest.mark.django_db
GRID, COMMUNITY, HOUSING = "/desk/grid/ZJD-1/", "/desk/community/ZJD/", "/desk/department/FHT-ZJ/"


def ticked(page: str) -> list[str]:
    """The values of the boxes that are ticked."""
    boxes = re.findall(r'name="reference" value="([^"]+)"( checked)?', page)
    return [value for value, checked in boxes if checked]


def boxes(page: str) -> list[str]:
    return re.findall(r'name="reference" value="([^"]+)"', page)


def shown(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def send(client: Client, desk: str, section: str, **data: Any) -> tuple[str, str]:
    """Where it leads, and what is said there."""
    sent = {"submission": str(uuid4()), "section": section, **data}
    answer = client.post(f"{desk}many/", sent)
    assert answer.status_code == 302
    told = re.findall(r'<div id="messages".*?</div>', shown(client, answer["Location"]), re.DOTALL)
    return answer["Location"], re.sub(r"<[^>]+>", "", "".join(told))


def in_hand(world: World, text: str = "楼前的下水道堵了") -> Issue:
    issue = raised(world, text)
    receive(issue, actor=world.grid_worker, now=timezone.now())
    return Issue.objects.get(pk=issue.pk)


def assignees(issues: list[Issue]) -> list[User | None]:
    turns = {turn.issue_id: turn for turn in Assignment.objects.current().lead()}
    return [turns[issue.pk].assignee for issue in issues]


@pytest.mark.parametrize(
    ("desk", "section", "who", "make"),
    [
        (GRID, "new", "grid_worker", raised),
        (COMMUNITY, "came", "staff", at_community),
        (HOUSING, "new", "clerk", at_housing),
    ],
)
def test_each_desk_takes_in_what_is_ticked(
    world: World, desk: str, section: str, who: str, make: Any
) -> None:
    issues = [make(world, f"第{number}件") for number in range(3)]
    client = signed_in(getattr(world, who))
    names = ticked(shown(client, f"{desk}?section={section}"))
    assert len(names) == 3
    _there, told = send(client, desk, section, reference=names[:2])
    assert "2 件" in told
    turns = Assignment.objects.current().lead().filter(issue__in=issues)
    assert turns.filter(received_by=getattr(world, who)).count() == 2


def test_whoever_only_looks_on_has_no_boxes_and_takes_nothing_in(world: World) -> None:
    """The community's staff may open a grid's desk, and act there for nobody."""
    issue = raised(world)
    client = signed_in(world.staff)
    assert not boxes(shown(client, f"{GRID}?section=new"))
    _there, told = send(client, GRID, "new", reference=[issue.reference])
    assert issue.reference in told
    assert not Assignment.objects.filter(received_at__isnull=False).exists()


def test_what_colleagues_took_in_meanwhile_is_named_and_the_rest_is_done(world: World) -> None:
    issues = [raised(world, f"第{number}件") for number in range(3)]
    client = signed_in(world.grid_worker)
    names = ticked(shown(client, f"{GRID}?section=new"))
    receive(issues[1], actor=world.grid_head, now=timezone.now())
    _there, told = send(client, GRID, "new", reference=names)
    assert "2 件" in told
    assert f"1 件没办成：{issues[1].reference}" in told
    assert issues[0].reference not in told
    first = Issue.objects.get(pk=issues[1].pk)
    assert first.first_receiver == world.grid_head


def test_a_name_is_given_to_many_with_one_press_and_once(world: World) -> None:
    issues = [in_hand(world, f"第{number}件") for number in range(3)]
    client = signed_in(world.grid_worker)
    begin = shown(client, f"{GRID}?section=hand")
    assert not boxes(begin)
    assert f"{GRID}?section=hand&amp;several=1" in begin
    page = shown(client, f"{GRID}?section=hand&several=1")
    assert len(boxes(page)) == 3
    assert not ticked(page)
    everything = shown(client, f"{GRID}?section=hand&several=1&ticked=all")
    assert len(ticked(everything)) == 3
    key, names = str(uuid4()), boxes(page)[:2]
    to = world.grid_head
    there, told = send(client, GRID, "hand", reference=names, to=to.pk, submission=key)
    assert there == f"{GRID}?section=hand&several=1"
    assert f"2 件由{to.name}经办" in told
    again, _nothing = send(client, GRID, "hand", reference=names, to=to.pk, submission=key)
    assert again == there
    assert sorted(one == to for one in assignees(issues)) == [False, True, True]
    assert Notice.objects.filter(recipient=to, kind__contains="assigned").count() == 2


def test_what_changed_since_the_page_was_drawn_is_left_as_it_is_and_named(world: World) -> None:
    issues = [in_hand(world, f"第{number}件") for number in range(3)]
    other = person("张勇")
    post(other, world.grid, Role.GRID_WORKER)
    client = signed_in(world.grid_worker)
    names = boxes(shown(client, f"{GRID}?section=hand&several=1"))
    now = timezone.now()
    assign(issues[0], actor=world.grid_worker, now=now, to=other)
    push_up(issues[1], actor=world.grid_worker, now=now, reason="难", tried="试过")
    # A note leaves open pages as they are.
    note(issues[2], actor=world.grid_worker, now=now, text="明天去")
    _there, told = send(client, GRID, "hand", reference=names, to=world.grid_head.pk)
    assert "1 件由" in told
    assert f"1 件没办成：{issues[0].reference}" in told
    assert f"1 件没办成：{issues[1].reference}" in told
    assert assignees(issues) == [other, None, world.grid_head]


def test_whoever_has_it_already_is_no_change_and_that_is_said(world: World) -> None:
    issues = [in_hand(world, f"第{number}件") for number in range(2)]
    assign(issues[0], actor=world.grid_worker, now=timezone.now(), to=world.grid_head)
    client = signed_in(world.grid_worker)
    names = boxes(shown(client, f"{GRID}?section=hand&several=1"))
    _there, told = send(client, GRID, "hand", reference=names, to=world.grid_head.pk)
    assert "1 件由" in told
    assert issues[0].reference in told


@pytest.mark.parametrize("to", ["", "x", "\x00", "999999999", "clerk"])
def test_without_a_colleague_nothing_is_done_and_the_ticks_stay(world: World, to: str) -> None:
    issue = in_hand(world)
    in_hand(world, "另一件")
    client = signed_in(world.grid_worker)
    key = str(world.clerk.pk) if to == "clerk" else to
    there, told = send(client, GRID, "hand", reference=[issue.reference], to=key)
    assert "请选谁来经办" in told
    assert [one.split(".")[0] for one in ticked(shown(client, there))] == [issue.reference]
    assert assignees([issue]) == [world.grid_worker]


def test_strange_ticks_do_nothing_and_say_nothing_of_what_others_have(world: World) -> None:
    elsewhere = at_housing(world)
    client = signed_in(world.grid_worker)
    for names in ([], ["x"], ["\x00"], ["ZJD-2026-0001.99999999999"]):
        _there, told = send(client, GRID, "new", reference=names)
        assert "先勾选" in told
    known, unknown = (
        send(client, GRID, "new", reference=[name])[1].replace(name, "")
        for name in (elsewhere.reference, "ZJD-2026-9999")
    )
    assert known == unknown
    for section in ("", "waiting", "nonsense", "\x00"):
        sent = {"submission": str(uuid4()), "section": section, "reference": ["x"]}
        assert client.post(f"{GRID}many/", sent).status_code == 404


def test_a_hundred_are_shown_where_several_are_meant_and_it_costs_no_more(
    world: World, django_assert_max_num_queries: Any
) -> None:
    pattern = in_hand(world)
    lay_places(world.street, 0)
    lay_matters([pattern], 130, spread=timedelta(hours=1))
    client = signed_in(world.grid_worker)
    assert not boxes(shown(client, f"{GRID}?section=hand"))
    with django_assert_max_num_queries(14):
        page = shown(client, f"{GRID}?section=hand&several=1&ticked=all")
    assert len(ticked(page)) == 100
    assert f"{GRID}?section=hand&amp;several=1&amp;page=2" in page
    _there, told = send(client, GRID, "hand", reference=boxes(page), to=world.grid_head.pk)
    assert "100 件由" in told
