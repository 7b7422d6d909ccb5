"""The section of what did not reach residents."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from bench._lay import lay_matters, lay_places
from issues.actions.receive import receive
from issues.actions.withdraw import withdraw
from issues.models import Issue
from issues.queries.desk import MOST_ENDED
from notifications.enums import DeliveryState
from notifications.models import Delivery
from tests.desks.desking import raised
from tests.harness.signing_in import signed_in
from tests.world import World

DESKS = {"/desk/grid/ZJD-1/": "grid_worker", "/desk/community/ZJD/": "staff"}


def taken_in(world: World, text: str) -> Issue:
    """Its reporter is texted that somebody has it."""
    issue = raised(world, text)
    receive(issue, actor=world.grid_worker, now=timezone.now())
    return issue


@pytest.mark.parametrize("path", DESKS)
def test_a_desk_lists_matters_whose_message_failed_and_is_silent_when_none_did(
    world: World, path: str
) -> None:
    lost = taken_in(world, "楼道灯坏了三天")
    taken_in(world, "车棚漏雨")
    client = signed_in(getattr(world, DESKS[path]))
    assert "消息没送到" not in client.get(path).content.decode()

    texts = Delivery.objects.filter(notice__subject=lost.uid)
    assert texts.update(state=DeliveryState.FAILED, attempts=8, last_error="TimeoutError")

    html = client.get(f"{path}?section=unreached").content.decode()
    assert "消息没送到" in html
    assert "楼道灯坏了三天" in html
    assert "车棚漏雨" not in html
    assert "有消息没有送到居民那里" in html


@pytest.mark.parametrize("path", DESKS)
def test_a_message_about_an_ending_long_ago_is_not_forgotten(world: World, path: str) -> None:
    lost, lately = (closed(world, text) for text in ("楼道灯坏了三天", "车棚漏雨"))
    Issue.objects.filter(pk=lost.pk).update(ended_at=timezone.now() - timedelta(days=400))
    lay_places(world.street, 1)
    lay_matters([lately], MOST_ENDED + 5, spread=timedelta(days=30))
    client = signed_in(getattr(world, DESKS[path]))
    assert "楼道灯坏了三天" not in client.get(f"{path}?section=ended").content.decode()

    assert Delivery.objects.filter(notice__subject=lost.uid).update(
        state=DeliveryState.FAILED, sent_at=None
    )
    html = client.get(f"{path}?section=unreached").content.decode()
    assert "楼道灯坏了三天" in html
    assert "车棚漏雨" not in html


def closed(world: World, text: str) -> Issue:
    issue = taken_in(world, text)
    return withdraw(issue, actor=world.resident, now=timezone.now())


def test_another_grid_reads_nothing_of_it(world: World) -> None:
    lost = taken_in(world, "楼道灯坏了三天")
    assert Delivery.objects.filter(notice__subject=lost.uid).update(state=DeliveryState.FAILED)
    for who, path in (("far_grid_worker", "/desk/"), ("near_staff", "/desk/")):
        html = signed_in(getattr(world, who)).get(path, follow=True).content.decode()
        assert "消息没送到" not in html
        assert "楼道灯坏了三天" not in html
