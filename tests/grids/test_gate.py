"""A session of somebody with a post ends with the post, and with the day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from accounts.with_person import person_of_session
from council.live.access import is_let_in
from grids.actions.end_posting import end_posting
from grids.actions.give_posting import give_posting
from grids.enums import Role
from grids.models import Body, Posting
from tests.accounts.factoring import enforced, let_in, present, with_factor
from tests.grids.actions.test_apply_import import send
from tests.harness.signing_in import signed_in
from tests.world import World, post

DESK = "/desk/grid/ZJD-1/"


@pytest.fixture(autouse=True)
def _enforced(settings: Settings) -> None:
    enforced(settings)


def by_hand(world: World, held: Posting) -> None:
    now = timezone.now()
    yesterday = timezone.localdate() - timedelta(days=1)
    end_posting(held, last_day=yesterday, actor=world.administrator, now=now)


def by_date(world: World, held: Posting) -> None:
    Posting.objects.filter(pk=held.pk).update(ends_on=timezone.localdate() - timedelta(days=1))


def by_import(world: World, held: Posting) -> None:
    phone, yesterday = world.grid_worker.phone, timezone.localdate() - timedelta(days=1)
    line = f"{phone},王晓燕,网格员,ZJD-1,{held.starts_on},{yesterday},"
    head = "手机号,姓名,角色,单位编码,开始日期,结束日期,工作电话"
    send(f"{head}\n{line}\n", "postings", world.administrator)


def with_its_body(world: World, held: Posting) -> None:
    Body.objects.filter(pk=held.body_id).update(active=False)


@pytest.mark.parametrize("end", [by_hand, by_date, by_import, with_its_body])
@pytest.mark.parametrize("holds_another", [False, True])
def test_a_post_that_ends_ends_its_sessions_at_the_next_request(
    world: World, end: Callable[[World, Posting], None], holds_another: bool
) -> None:
    held = Posting.objects.get(user=world.grid_worker)
    if holds_another:
        post(world.grid_worker, world.community, Role.STAFF)
    client = let_in(with_factor(world.grid_worker))
    assert client.get(DESK).status_code == 200
    end(world, held)
    assert client.get("/me/")["Location"].startswith("/sign-in/")
    assert "_auth_user_id" not in client.session
    # They come back as whom they are now.
    assert "已经结束" in client.get("/issues/").content.decode()


def test_a_resident_who_is_given_a_post_goes_by_way_of_the_factor(world: World) -> None:
    client = let_in(world.neighbour, factor=0)
    assert client.get("/me/").status_code == 200
    give_posting(
        world.neighbour,
        body=world.grid,
        role=Role.GRID_HEAD,
        starts_on=timezone.localdate(),
        actor=world.administrator,
        now=timezone.now(),
    )
    assert client.get("/me/").status_code == 302
    assert client.get("/sign-in/")["Location"] == "/second-factor/"


def test_twelve_hours_end_it_and_what_a_page_asks_by_itself_keeps_nobody_awake(
    world: World,
) -> None:
    person = with_factor(world.grid_worker)
    client = let_in(person, since_ago=12 * 3600)
    assert client.get(DESK).status_code == 302
    assert "_auth_user_id" not in client.session
    client = let_in(person, seen_ago=25 * 60)
    before = client.session["presence"]["seen"]
    assert client.get("/notices/news/").status_code == 410
    assert client.session["presence"]["seen"] == before
    assert client.get(DESK).status_code == 200
    assert client.session["presence"]["seen"] > before
    present(client, seen_ago=31 * 60)
    assert client.get("/notices/news/").status_code == 410
    assert client.session["_auth_user_id"] == str(person.pk)


def test_a_locked_session_follows_no_sitting_as_a_person(world: World) -> None:
    client = let_in(with_factor(world.grid_worker))
    person = person_of_session(world.grid_worker.pk)
    assert person is not None
    assert is_let_in(client.session, person)
    present(client, seen_ago=31 * 60)
    assert not is_let_in(client.session, person)


def test_it_costs_a_statement_a_minute_at_a_desk_and_none_elsewhere(world: World) -> None:
    worker, resident = let_in(with_factor(world.grid_worker)), let_in(world.resident)
    for client, path in ((worker, DESK), (resident, "/me/")):
        client.get(path)
        few = asked(client, path)
        present(client, seen_ago=61)
        many = asked(client, path)
        more = 1 if client is worker else 0
        assert len(many) == len(few) + more, path


def asked(client: Client, path: str) -> list[str]:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return [row["sql"] for row in queries.captured_queries if "SAVEPOINT" not in row["sql"]]


def test_without_the_setting_nobody_is_asked_for_it(world: World, settings: Settings) -> None:
    settings.SECOND_FACTOR = False
    client = signed_in(world.grid_worker)
    assert client.get(DESK).status_code == 200
    assert client.get("/second-factor/").status_code == 302
    # But idleness ends the session: there is nothing to open it with again.
    present(client, seen_ago=31 * 60)
    assert client.get(DESK).status_code == 302
    assert "_auth_user_id" not in client.session
