"""Where photos have to wait, a form comes back with everything that was typed into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from uuid import uuid4

import pytest
from django.conf import settings as given
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation
from pytest_django import Settings as SettingsWrapper

from issues import photos
from issues.decoding import slots
from issues.decoding.slots import place
from issues.models import Draft, Issue, Upload
from tests.harness.signing_in import signed_in
from tests.hostile.bombs import drawn
from tests.world import World

SAID = "楼道灯不亮，老人看不见台阶"


@pytest.fixture(autouse=True)
def _nobody_was_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "PATIENCE", 0)
    cache.clear()


@contextmanager
def every_place_taken() -> Iterator[None]:
    with ExitStack() as stack:
        for _ in range(given.PHOTOS_AT_ONCE):
            stack.enter_context(place(stranger=False))
        yield


def sent(world: World, *, photos: int, **more: object) -> dict[str, object]:
    files = [
        SimpleUploadedFile(f"{number}.jpg", drawn((60 + number, 40), "JPEG"), "image/jpeg")
        for number in range(photos)
    ]
    place = {"text": SAID, "building": world.building.pk}
    return {"submission": str(uuid4()), **place, "photos": files, **more}


def test_a_photo_that_finds_no_place_is_told_to_come_again_and_nothing_is_lost(
    world: World,
) -> None:
    for client in (Client(), signed_in(world.resident)):
        matter = sent(world, photos=1)
        client.post("/raise/", {**matter, "add_photos": "1"})
        kept = str(Upload.objects.latest("pk").token)
        with every_place_taken():
            again = {**matter, "kept": kept, "photos": sent(world, photos=2)["photos"]}
            answer = client.post("/raise/", again)
        assert answer.status_code == 503
        assert int(answer["Retry-After"]) > 0
        page = answer.content.decode()
        assert SAID in page
        assert kept in page
        with translation.override("zh-hans"):
            assert str(photos.BUSY) in page
        assert page.count("从第 1 张起") == 1
        assert not Issue.objects.exists()
    later = sent(world, photos=2) | {"submission": matter["submission"], "kept": kept}
    assert client.post("/raise/", later).status_code == 302
    assert Issue.objects.get().photos.count() == 3


def test_an_act_with_photos_comes_back_as_it_was_sent(world: World) -> None:
    client = signed_in(world.resident)
    client.post("/raise/", sent(world, photos=0))
    address = f"/issues/{Issue.objects.get().reference}/add/"
    with every_place_taken():
        answer = client.post(address, sent(world, photos=1))
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert SAID in answer.content.decode()


def test_before_sign_in_an_address_sends_so_many_photos_an_hour(
    world: World, settings: SettingsWrapper
) -> None:
    settings.LIMITS = settings.LIMITS | {"photos_before_sign_in": ((3, 3600, "address"),)}
    client = Client()
    answer = client.post("/raise/", sent(world, photos=4))
    page = answer.content.decode()
    assert answer.status_code == 429
    assert answer["Retry-After"]
    assert "这个网络一小时内传来的照片太多了" in page
    assert SAID in page
    assert all(str(one.token) in page for one in Upload.objects.all())
    assert Upload.objects.count() == 3
    # Another browser of that address has no more of them, but words; who has signed in has both.
    assert Client().post("/raise/", sent(world, photos=1)).status_code == 429
    assert Client().post("/raise/", sent(world, photos=0)).status_code == 302
    assert Draft.objects.filter(fields__ready=True).count() == 1
    assert signed_in(world.resident).post("/raise/", sent(world, photos=1)).status_code == 302


def test_what_is_too_much_for_one_sending_keeps_what_came_before(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos, "MOST_WORK", 6_000)
    answer = signed_in(world.resident).post("/raise/", sent(world, photos=3))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "第 3 张：这些照片加在一起太大" in page
    assert SAID in page
    assert Upload.objects.count() == 2
