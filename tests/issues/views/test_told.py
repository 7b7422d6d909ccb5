from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from issues.models import Issue
from notifications.enums import DeliveryState
from notifications.models import Delivery
from tests.harness.signing_in import signed_in
from tests.issues.staging import published
from tests.world import World

LINE = "有消息没有送到居民那里"


@pytest.fixture
def issue(world: World) -> Issue:
    issue = published(world)
    texts = Delivery.objects.filter(notice__subject=issue.uid)
    assert texts.update(state=DeliveryState.FAILED, attempts=8, last_error="TimeoutError")
    return issue


def page(client: Client, issue: Issue) -> str:
    return client.get(f"/issues/{issue.reference}/").content.decode()


def test_those_who_work_on_it_read_that_the_resident_was_not_reached(
    world: World, issue: Issue
) -> None:
    for worker in (world.grid_worker, world.staff):
        assert LINE in page(signed_in(worker), issue)
    for other in (world.resident, world.neighbour, world.far_grid_worker):
        assert LINE not in page(signed_in(other), issue)
    assert LINE not in page(Client(), issue)


def test_saying_that_they_know_now_takes_the_line_away_and_leads_back(
    world: World, issue: Issue
) -> None:
    client = signed_in(world.grid_worker)
    desk = f"/desk/grid/ZJD-1/?section=unreached&case={issue.reference}"
    assert LINE in client.get(desk).content.decode()
    form = {"submission": str(uuid4()), "next": desk}
    for _ in range(2):
        assert client.post(f"/issues/{issue.reference}/told/", form)["Location"] == desk
    assert LINE not in client.get(desk).content.decode()
    assert LINE not in page(client, issue)


def test_an_incomplete_page_changes_nothing(world: World, issue: Issue) -> None:
    client = signed_in(world.grid_worker)
    client.post(f"/issues/{issue.reference}/told/")
    assert LINE in page(client, issue)


@pytest.mark.parametrize("who", ["resident", "neighbour", "far_grid_worker"])
def test_who_does_not_work_on_it_may_not(world: World, issue: Issue, who: str) -> None:
    form = {"submission": str(uuid4())}
    answer = signed_in(getattr(world, who)).post(f"/issues/{issue.reference}/told/", form)
    assert answer.status_code == 403
    assert LINE in page(signed_in(world.grid_worker), issue)


def test_who_may_not_see_it_learns_nothing(world: World, issue: Issue) -> None:
    Issue.objects.update(visibility="private")
    form = {"submission": str(uuid4())}
    answer = signed_in(world.neighbour).post(f"/issues/{issue.reference}/told/", form)
    assert answer.status_code == 404
