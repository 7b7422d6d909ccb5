"""What one person and one address may make: refused in words, and nobody else is stopped."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client, override_settings
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from config.rates import limits_of
from issues.models import Addition, Draft, Issue, Support
from notifications.models import Notice
from tests.harness.signing_in import signed_in
from tests.issues.staging import published
from tests.world import World

FEW = (
    "matters=2/h/person; urgent=1/h/person; additions=1/h/person; supports=1/h/person;"
    " drafts=1/h/address; numbers=1/h/person; photos=1/h/person; acts=none; written_down=none"
)
GONE = "redis://127.0.0.1:1/0"


@pytest.fixture(autouse=True)
def _few(settings: Settings) -> Iterator[None]:
    settings.LIMITS = limits_of(FEW)
    cache.clear()
    yield
    cache.clear()


def sent(world: World, **more: Any) -> dict[str, Any]:
    return {
        "submission": str(uuid4()),
        "text": "楼道灯不亮，晚上摸黑",
        "building": world.building.pk,
        **more,
    }


def test_one_more_matter_is_refused_in_words_and_nothing_typed_is_lost(world: World) -> None:
    client = signed_in(world.resident)
    twice = sent(world)
    for form in (twice, twice, sent(world)):
        assert client.post("/raise/", form).status_code == 302
    answer = client.post("/raise/", sent(world))
    page = answer.content.decode()
    assert answer.status_code == 429
    assert "您短时间内提的事比较多。您写的内容都还在，请过" in page
    assert "楼道灯不亮，晚上摸黑" in page
    assert Issue.objects.count() == 2
    # Others at the same address raise as before.
    assert signed_in(world.neighbour).post("/raise/", sent(world)).status_code == 302


def test_an_urgent_flood_rings_once_and_what_follows_is_told_without_a_call(
    world: World,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.LIMITS = {**settings.LIMITS, "urgent": (), "matters": ()}
    client = signed_in(world.resident)
    for _ in range(4):
        with django_capture_on_commit_callbacks(execute=True):
            assert client.post("/raise/", sent(world, danger="on")).status_code == 302
    told = Notice.objects.filter(kind="issue.urgent", recipient=world.lead)
    assert [notice.sms for notice in told.order_by("pk")] == [True, False, False, False]


@pytest.mark.django_db
def test_one_address_asks_for_codes_and_tries_them_as_often_as_it_may(settings: Settings) -> None:
    few = limits_of("codes_asked=1/d/address; codes_given=1/d/address")
    settings.LIMITS, settings.SIGN_IN_CODE_COOLDOWN_SECONDS = few, 0
    here, elsewhere = Client(REMOTE_ADDR="203.0.113.1"), Client(REMOTE_ADDR="203.0.113.2")
    asked = [here.post("/sign-in/", {"phone": f"1380013800{n}"}) for n in range(2)]
    assert [answer.status_code for answer in asked] == [302, 429]
    assert int(asked[1].headers["Retry-After"]) > 0
    tried = [here.post("/sign-in/code/", {"code": "1"}) for _ in range(2)]
    assert [answer.status_code for answer in tried] == [422, 429]
    assert elsewhere.post("/sign-in/", {"phone": "13800138003"}).status_code == 302


def test_more_urgent_ones_than_one_may_raise_are_led_to_the_emergency_numbers(
    world: World,
) -> None:
    client = signed_in(world.resident)
    assert client.post("/raise/", sent(world, danger="on")).status_code == 302
    answer = client.post("/raise/", sent(world, danger="on"))
    assert answer.status_code == 429
    assert "119" in answer.content.decode()


def test_additions_supports_and_looks_at_numbers_have_their_limits(world: World) -> None:
    issues = [published(world) for _ in range(2)]
    neighbour, worker = signed_in(world.neighbour), signed_in(world.grid_worker)
    answers = [
        [client.post(f"/issues/{issue.reference}/{act}/", form) for issue in issues]
        for client, act, form in (
            (neighbour, "support", {"submission": str(uuid4())}),
            (neighbour, "add", {"submission": str(uuid4()), "text": "我家也是"}),
            (worker, "act/see_contact", {"submission": str(uuid4())}),
        )
    ]
    codes = [[answer.status_code for answer in pair] for pair in answers]
    assert codes == [[302, 429], [302, 429], [200, 429]]
    # Nothing is said to be kept where nothing was typed.
    said = [pair[1].content.decode() for pair in answers]
    assert ["您写的内容都还在" in page for page in said] == [False, True, False]
    assert all(re.search("请过 [0-9]+ 分钟再", page) for page in said)
    assert (Support.objects.count(), Addition.objects.count()) == (1, 1)


def test_drafts_of_visitors_are_counted_by_address_and_the_form_keeps_the_words(
    world: World,
) -> None:
    assert Client().post("/raise/", sent(world)).status_code == 302
    answer = Client().post("/raise/", sent(world))
    assert answer.status_code == 429
    assert "请先登录再发送" in answer.content.decode()
    assert "楼道灯不亮，晚上摸黑" in answer.content.decode()
    assert Draft.objects.count() == 1
    other = Client(REMOTE_ADDR="203.0.113.9")
    assert other.post("/raise/", sent(world)).status_code == 302


def test_without_valkey_nobody_is_refused(
    world: World, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("accounts.counting.REST", 0)
    gone = {"default": {**settings.CACHES["default"], "LOCATION": GONE}}
    client = signed_in(world.resident)
    with override_settings(CACHES=gone):
        assert [client.post("/raise/", sent(world)).status_code for _ in range(4)] == [302] * 4


def test_a_limit_that_is_reached_stands_in_the_security_log_once(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger("pavilion.security")
    logger.addHandler(caplog.handler)
    client = signed_in(world.resident)
    for _ in range(5):
        client.post("/raise/", sent(world))
    logger.removeHandler(caplog.handler)
    lines = [getattr(record, "line", {}) for record in caplog.records]
    limits = [line for line in lines if line.get("kind") == "limit"]
    assert [(line["limit"], line["by"]) for line in limits] == [("matters", "person")]
    assert str(world.resident.phone) not in str(lines)


@pytest.mark.parametrize("said", ["matters", "odd=1/h/person", "urgent=1/y/person", "urgent="])
def test_limits_that_say_nothing_are_refused(said: str) -> None:
    with pytest.raises(ValueError, match="limit"):
        limits_of(said)
