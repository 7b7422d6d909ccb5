"""While typing: what neighbours said already, and nothing that is not public."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.issues.acting import raised
from tests.issues.views.test_listing import published
from tests.world import World

pytestmark = pytest.mark.django_db


def hint(client: Client, text: str, **place: object) -> str:
    return client.post("/raise/similar/", {"text": text, **place}).content.decode()


@pytest.mark.parametrize("typed", ["路灯不亮", "晚上路灯不亮，摔了一跤"])
def test_few_words_find_a_long_report(client: Client, world: World, typed: str) -> None:
    published(
        world, "三号楼到东门那段路上的路灯不亮，都快半个月了，晚上出门跳舞的人只好打着手电走。"
    )
    assert "三号楼到东门" in hint(client, typed, building=world.building.pk)


def test_neighbours_are_heard_before_a_place_is_chosen(client: Client, world: World) -> None:
    published(world, "电梯坏了三天没人修")
    for place in ({}, {"building": ""}, {"building": "9" * 30}):
        assert "电梯坏了三天没人修" in hint(client, "电梯坏了好几天", **place)


def test_what_is_not_public_is_never_hinted_at(client: Client, world: World) -> None:
    raised(world, "楼上的狗半夜叫，吵得睡不着")
    assert hint(client, "楼上的狗半夜叫，吵得睡不着", building=world.building.pk).strip() == ""


@pytest.mark.parametrize("typed", ["电梯", "小区里没有孩子玩的地方", "广场舞太吵"])
def test_other_troubles_are_not_hinted_at(client: Client, world: World, typed: str) -> None:
    published(world, "电梯坏了三天没人修")
    assert hint(client, typed).strip() == ""
