"""Pages that stand open learn what came, by one cheap question."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from desks.queries.news import desk_news
from desks.sections import PLANS
from grids.queries.standing import standing_of
from issues.actions.follow import follow
from issues.actions.hide import hide
from issues.actions.publish import publish
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.actions.support import support
from issues.actions.sweep import sweep
from issues.models import Issue
from notifications.enums import What
from notifications.happenings import thing_place
from notifications.watching import watch_of
from tests.desks.desking import raised
from tests.harness.signing_in import signed_in
from tests.issues.actions.test_notices_read import MONTH
from tests.issues.staging import published, settled
from tests.world import World

DESK = "/desk/grid/ZJD-1/"


class Open:
    """A page that stands open in a browser."""

    def __init__(self, client: Client, path: str) -> None:
        self.client = client
        page = client.get(path).content.decode()
        self.of, self.since = (
            unescape(re.search(rf'data-{name}="([^"]*)"', page)[1])  # type: ignore[index]
            for name in ("of", "since")
        )
        self.tag = f'"{self.since}"'

    def asks(self, client: Client | None = None) -> Any:
        query = urlencode({"of": self.of, "since": self.since})
        headers = {"If-None-Match": self.tag}
        answer = (client or self.client).get(f"/notices/news/?{query}", headers=headers)
        self.tag = answer.headers.get("ETag", self.tag)
        return answer

    def learns(self) -> tuple[int, str]:
        answer = self.asks()
        assert answer.status_code == 200
        found = answer.json()
        return found["count"], found["words"]


def test_nothing_new_costs_one_look_into_an_index(world: World) -> None:
    desk = Open(signed_in(world.grid_worker), DESK)
    with CaptureQueriesContext(connection) as statements:
        answer = desk.asks()
    assert (answer.status_code, answer.content) == (304, b"")
    assert len(statements) == 1
    assert "notifications_happening" in statements[0]["sql"]


def test_a_desk_learns_what_came_what_became_urgent_and_what_the_clock_took(world: World) -> None:
    desk = Open(signed_in(world.grid_worker), DESK)
    first = raised(world)
    assert desk.learns() == (1, "有 1 件新来的")
    assert desk.asks().status_code == 304, "told once, it asks no more than before"
    raised(world, "电线掉下来了", danger=True)
    assert desk.learns() == (2, "1 件急事；有 1 件新来的")
    desk = Open(signed_in(world.grid_worker), f"{DESK}?case={first.reference}")
    sweep(now=timezone.now() + MONTH)
    count, words = desk.learns()
    assert count >= 1
    assert "转走" in words


def test_what_a_colleague_takes_in_changes_an_open_desk(world: World) -> None:
    issue = raised(world)
    desk = Open(signed_in(world.grid_head), DESK)
    receive(issue, actor=world.grid_worker, now=timezone.now())
    assert desk.learns() == (1, "本页有 1 件有变化")


def test_a_desk_learns_of_changes_only_while_the_matter_may_be_read(world: World) -> None:
    issue = raised(world)
    happened = {What.CHANGED: {issue.uid}}

    def changed(person: User) -> set[UUID]:
        standing = standing_of(person, now=timezone.now())
        plan = PLANS["department"]
        return desk_news(plan, world.housing, standing, happened, shown=[issue.uid]).changed

    assert changed(world.grid_worker) == {issue.uid}
    assert changed(world.clerk) == set()


def test_a_desk_learns_nothing_of_what_comes_elsewhere(world: World) -> None:
    desk = Open(signed_in(world.clerk), f"/desk/department/{world.housing.code}/")
    raised(world)
    assert desk.asks().status_code == 304


def test_a_list_learns_what_became_public_and_nothing_of_what_did_not(world: World) -> None:
    listed = Open(Client(), "/issues/")
    issue = raised(world)
    assert listed.asks().status_code == 304
    publish(issue, actor=world.grid_worker, now=timezone.now(), title="下水道", text="堵了")
    assert listed.learns() == (1, "有 1 件新来的")


@pytest.mark.parametrize("path", ["/", "/issues/"])
def test_that_a_matter_was_hidden_is_told_once_and_what_becomes_of_it_to_no_stranger(
    world: World, path: str
) -> None:
    issue = published(world)
    now = timezone.now()
    listed = Open(Client(), path)
    hide(issue, actor=world.grid_worker, now=now, reason="写了别人家的事")
    assert listed.learns() == (1, "本页有 1 件有变化")
    push_up(issue, actor=world.grid_worker, now=now, reason="办不了", tried="试过")
    assert listed.asks().status_code == 304


def test_ones_own_page_learns_of_an_answer(world: World) -> None:
    issue = raised(world)
    mine = Open(signed_in(world.resident), "/me/")
    receive(issue, actor=world.grid_worker, now=timezone.now())
    assert mine.learns()[0] >= 1


def test_whose_page_it_is_not_learns_nothing(world: World) -> None:
    desk = Open(signed_in(world.grid_worker), DESK)
    raised(world)
    for client, status in ((Client(), 403), (signed_in(world.resident), 403)):
        assert desk.asks(client).status_code == status
    desk.of = desk.of[:-2]
    assert desk.asks().status_code == 410


@pytest.mark.parametrize("path", ["/", "/issues/", "/me/"])
def test_who_owes_a_word_sees_it_on_the_bar_of_every_page(world: World, path: str) -> None:
    client = signed_in(world.resident)
    assert "bar-count" not in client.get(path).content.decode()
    issue = settled(world)
    page = client.get(path).content.decode()
    assert "bar-count" in page
    assert ("owed-word" in page) == (path == "/")
    if path == "/":
        assert f"/issues/{issue.reference}/confirm/" in page
    assert "bar-count" not in signed_in(world.neighbour).get(path).content.decode()


def test_the_first_page_learns_that_a_word_is_owed(world: World) -> None:
    first = Open(signed_in(world.resident), "/")
    settled(world)
    count, words = first.learns()
    assert count >= 1
    assert words.startswith("等您评价")
    assert Issue.objects.count() == 1


@pytest.mark.parametrize("tab", ["followed", "supported"])
def test_a_list_of_neighbours_matters_learns_that_one_has_changed(world: World, tab: str) -> None:
    issue, now = published(world), timezone.now()
    join = follow if tab == "followed" else support
    join(issue, actor=world.stranger, now=now)
    mine = Open(signed_in(world.stranger), f"/me/?of={tab}")
    assert mine.asks().status_code == 304
    watch = watch_of(mine.of)
    assert watch is not None
    assert thing_place(issue.uid) in watch.places
    push_up(issue, actor=world.grid_worker, now=now, reason="办不了", tried="试过")
    assert mine.learns()[0] == 1
