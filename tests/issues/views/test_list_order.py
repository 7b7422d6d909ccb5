"""The list of all matters in the order that somebody chose."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from issues.actions.add import add
from issues.actions.hide import hide
from issues.actions.note import note
from issues.actions.publish import publish
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.actions.support import support
from issues.inputs import NewMatter
from issues.models import Issue
from tests.harness.remembering import remembered
from tests.world import World, person

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
START = timezone.now() - timedelta(days=1)


def matter(world: World, title: str, at: datetime) -> Issue:
    issue = raise_issue(
        NewMatter(text=title, building=world.building),
        actor=world.resident,
        reporter=world.resident,
        now=at,
    )
    receive(issue, actor=world.grid_worker, now=at)
    return publish(issue, actor=world.grid_worker, now=at, title=title, text=title)


@remembered
def three(world: World) -> list[Issue]:
    """The first has most neighbours, of the second most was heard lately, the third is newest."""
    first, second, third = (
        matter(world, f"{name}号楼电梯坏了", START + number * MINUTE)
        for number, name in enumerate("一二三")
    )
    for number in range(2):
        support(first, actor=person(f"邻居{number}"), now=START + 5 * MINUTE)
    support(third, actor=world.neighbour, now=START + 5 * MINUTE)
    respond(second, actor=world.grid_worker, now=START + 6 * MINUTE, text="下午来看")
    return [first, second, third]


def titles(page: str) -> str:
    """The first character of each card's title, in order."""
    return "".join(re.findall(r'class="card-title"><a [^>]*>(?:<bdi [^>]*>)?(.)', page))


def shown(client: Client, path: str = "/issues/", **asked: str) -> str:
    return client.get(path, asked).content.decode()


def link(page: str, rel: str) -> str:
    found = re.search(rf'rel="{rel}" href="([^"]+)"', page)
    return found[1].replace("&amp;", "&") if found else ""


@pytest.mark.parametrize(
    ("asked", "order"),
    [
        ({}, "三二一"),
        ({"order": "newest"}, "三二一"),
        ({"order": "shared"}, "一三二"),
        ({"order": "progress"}, "二三一"),
        ({"order": "nonsense"}, "三二一"),
        ({"order": "best"}, "三二一"),
    ],
)
def test_matters_stand_in_the_order_that_is_asked_for(
    client: Client, world: World, asked: dict[str, str], order: str
) -> None:
    three(world)
    assert titles(shown(client, **asked)) == order


def test_each_order_is_a_link_and_the_chosen_one_is_marked(client: Client, world: World) -> None:
    three(world)
    page = shown(client, order="shared", stage="open")
    links = re.findall(r'<li><a href="(/issues/[^"]*)"[^>]*>([^<]+)</a>', page)
    assert [one for one in links if "grid=" not in one[0]] == [
        ("/issues/?stage=open", "最新提出"),
        ("/issues/?stage=open&amp;order=shared", "也遇到的最多"),
        ("/issues/?stage=open&amp;order=progress", "最近有进展"),
    ]
    assert re.findall(r'aria-current="page">(也遇到的最多|最新提出|最近有进展)<', page) == [
        "也遇到的最多"
    ]


def test_the_order_stays_with_the_filters_and_in_another_language(
    client: Client, world: World
) -> None:
    three(world)
    page = shown(client, order="shared")
    assert '<input type="hidden" name="order" value="shared"' in page
    here = re.findall(r'name="next" value="([^"]+)"', page)
    assert "/issues/?order=shared" in here
    led = client.post("/preferences/", {"language": "en", "next": "/issues/?order=shared"})
    assert titles(shown(client, led.headers["Location"])) == "一三二"


def test_a_search_brings_the_best_first_unless_another_order_is_chosen(
    client: Client, world: World
) -> None:
    for number, title in enumerate(("还是那件事：3号楼电梯坏了", "3号楼，电梯坏了", "5号楼电梯响")):
        matter(world, title, START + number * MINUTE)
    oldest = Issue.objects.order_by("pk")[0]
    support(oldest, actor=world.neighbour, now=START)
    words = "3号楼电梯"
    best = shown(client, words=words)
    assert titles(best) == titles(shown(client, words=words, order="best"))
    orders = [titles(shown(client, words=words, order=one)) for one in ("newest", "shared")]
    # What is only close stays below, in whichever order.
    assert orders == ["3还5", "还35"]
    assert "最相符" in best
    assert "最相符" not in shown(client)


def test_pages_go_on_where_the_last_one_ended_whatever_comes_in(
    client: Client, world: World
) -> None:
    """All but one have as many neighbours, so pages part matters of equal rank."""
    made = [matter(world, f"第{number}盏路灯不亮", START + number * MINUTE) for number in range(45)]
    support(made[10], actor=world.neighbour, now=START)
    for order in ("newest", "shared", "progress"):
        with transaction.atomic():
            they_go_on(client, world, made, order)
            transaction.set_rollback(True)


def they_go_on(client: Client, world: World, made: list[Issue], order: str) -> None:
    first = shown(client, order=order)
    assert not link(first, "prev")
    matter(world, "新来的一件", START + 60 * MINUTE)
    second = shown(client, "/issues/" + link(first, "next"))
    third = shown(client, "/issues/" + link(second, "next"))
    seen = [
        reference
        for page in (first, second, third)
        for reference in re.findall(r'class="card-title"><a href="/issues/([^/]+)/', page)
    ]
    assert sorted(seen) == sorted(issue.reference for issue in made)
    assert not link(third, "next")
    assert f"order={order}" in link(first, "next")
    back = shown(client, "/issues/" + link(third, "prev"))
    assert re.findall(r'class="card-title"><a href="([^"]+)"', back) == re.findall(
        r'class="card-title"><a href="([^"]+)"', second
    )
    start = shown(client, "/issues/" + link(back, "prev"))
    assert link(start, "prev")
    newest = shown(client, "/issues/" + link(start, "prev"))
    assert len(titles(newest)) == 20
    assert "新来的一件" in newest
    assert not link(newest, "prev")


@pytest.mark.parametrize("order", ["newest", "shared", "progress"])
def test_a_broken_mark_leads_to_the_first_page(client: Client, world: World, order: str) -> None:
    three(world)
    largest = f"{'9' * 17}-{'9' * 18}"
    for mark in ("x", "1", largest, largest + "9", "-1-1", "٣-٣", "0-0"):
        for way in ("after", "before"):
            page = client.get("/issues/", {"order": order, way: mark})
            assert page.status_code == 200, (way, mark)
            assert len(titles(page.content.decode())) == 3, (way, mark)


def test_what_nobody_may_read_moves_nothing(client: Client, world: World) -> None:
    """What is added waits to be checked; a note is for colleagues; a neighbour adds no progress."""
    first, second, third = three(world)
    before = titles(shown(client, order="progress"))
    late = START + 30 * MINUTE
    add(first, actor=world.resident, now=late, text="我家502")
    note(third, actor=world.grid_worker, now=late, text="张桂兰家")
    support(first, actor=world.neighbour, now=late)
    assert titles(shown(client, order="progress")) == before
    hide(second, actor=world.grid_worker, now=late, reason="写了名字")
    respond(second, actor=world.grid_worker, now=late, text="看过了")
    assert titles(shown(client, order="progress")) == before.replace("二", "")
    second.refresh_from_db()
    assert second.last_progress_at == START + 6 * MINUTE
