"""What is one's own, and nobody else's."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.actions.devices import note_device
from accounts.models import User
from grids.models import Residence
from issues.actions.hide import hide
from issues.actions.support import support
from issues.enums.stages import Stage
from issues.models import Issue
from notifications.models import Notice
from tests.harness.signing_in import signed_in
from tests.issues.staging import MONDAY, key, published, raised, settled
from tests.world import World


def page_of(user: User, path: str = "/me/") -> str:
    client = Client()
    client.force_login(user)
    return client.get(path).content.decode()


def now() -> datetime:
    return MONDAY + timedelta(hours=1)


def test_a_visitor_is_asked_to_sign_in(client: Client, world: World) -> None:
    for path in ("/me/", "/me/about/", "/me/data/", "/me/data/download/", "/me/data/erase/"):
        assert client.get(path).headers["Location"].startswith("/sign-in/")
    # And has back what they typed, if they were signed out while they did.
    typed = client.post("/me/about/", {"submission": key(), "name": "赵奶奶"})
    assert typed.status_code == 409
    assert "赵奶奶" in typed.content.decode()


def test_my_matters_are_mine_alone(world: World) -> None:
    issue = raised(world, title="下水道又堵了")
    assert issue.reference in page_of(world.resident)
    assert "下水道又堵了" in page_of(world.resident)
    for other in (world.neighbour, world.stranger):
        assert issue.reference not in page_of(other)
    assert "下水道又堵了" not in page_of(world.grid_worker)


def test_what_is_kept_about_me_tells_of_my_devices_too(world: World) -> None:
    client = signed_in(world.resident)
    for at, owner in enumerate((world.resident, world.resident, world.neighbour)):
        note_device(owner, session_key=f"device-{at}", says="", address="", actor=owner, now=MONDAY)
    page = client.get("/me/data/").content.decode()
    assert re.search(r"<dt>登录着的设备</dt>\s*<dd>2</dd>", page)


def test_what_waits_for_my_word_comes_first(world: World) -> None:
    done = settled(world)
    newer = raised(world)
    assert Issue.objects.get(pk=done.pk).stage == Stage.CONFIRM
    page = page_of(world.resident)
    assert f"/issues/{done.reference}/confirm/" in page
    assert f"/issues/{newer.reference}/confirm/" not in page
    assert page.index(done.reference) < page.index(f"/issues/{newer.reference}/")


def test_what_happened_to_us_too_is_followed_until_it_is_hidden(world: World) -> None:
    issue = published(world)
    support(issue, actor=world.neighbour, now=now())
    page = page_of(world.neighbour, "/me/?of=supported")
    assert "楼前下水道堵塞" in page
    assert "张桂兰" not in page
    assert "2单元402" not in page
    assert issue.reference not in page_of(world.stranger, "/me/?of=supported")
    hide(issue, actor=world.grid_worker, now=now(), reason="写了电话")
    # What became of it is told once; the matter itself is not theirs to read any more.
    assert "楼前下水道堵塞" not in page_of(world.neighbour, "/me/?of=supported")


def test_three_unread_notices_stand_on_top_and_nobody_elses(world: World) -> None:
    reference = published(world).reference
    assert Notice.objects.filter(recipient=world.resident, read_at=None).count() == 2
    assert page_of(world.resident).count(f'href="/issues/{reference}/"') == 3
    assert reference not in page_of(world.neighbour)


def test_the_page_asks_the_same_however_many_matters(
    world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = Client()
    client.force_login(world.resident)
    for _number in range(5):
        raised(world)
    with django_assert_max_num_queries(12):
        client.get("/me/")
    for issue in Issue.objects.all():
        Issue.objects.filter(pk=issue.pk).update(visibility="public", public_text="下水道堵了")
        support(issue, actor=world.neighbour, now=now())
    client.force_login(world.neighbour)
    with django_assert_max_num_queries(12):
        client.get("/me/?of=supported")


def test_a_name_and_a_home_are_kept_once_and_can_be_taken_back(world: World) -> None:
    client = Client()
    client.force_login(world.stranger)
    Residence.objects.filter(user=world.stranger).delete()
    sent = {"submission": key(), "name": "王大爷", "building": str(world.building.pk)}
    for _time in range(2):
        assert client.post("/me/about/", sent).headers["Location"] == "/me/"
    world.stranger.refresh_from_db()
    assert world.stranger.name == "王大爷"
    assert Residence.objects.get(user=world.stranger).building == world.building
    client.post("/me/about/", {"submission": key(), "name": "", "building": ""})
    assert not Residence.objects.filter(user=world.stranger).exists()


def test_a_wrong_building_and_an_endless_name_come_back_with_what_was_typed(world: World) -> None:
    client = Client()
    client.force_login(world.stranger)
    response = client.post(
        "/me/about/", {"submission": key(), "name": "长" * 41, "building": "999999"}
    )
    assert response.status_code == 422
    assert "长" * 41 in response.content.decode()
    assert 'data-keep="about" data-as-sent' in response.content.decode()


def test_what_is_typed_about_oneself_is_kept(world: World) -> None:
    client = signed_in(world.stranger)
    assert 'data-keep="about">' in client.get("/me/about/").content.decode()


def test_who_does_not_care_to_say_is_not_asked_again(world: World) -> None:
    User.objects.filter(pk=world.stranger.pk).update(name="")
    Residence.objects.filter(user=world.stranger).delete()
    client = Client()
    client.force_login(world.stranger)
    assert "/me/about/skip/" in client.get("/me/").content.decode()
    client.post("/me/about/skip/")
    assert "/me/about/skip/" not in client.get("/me/").content.decode()
