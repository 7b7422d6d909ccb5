"""Whatever says “not now” says when to come again: 429, 503 and 507, whoever draws the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from accounts.come_again import come_again_in
from accounts.middleware import COME_AGAIN, NOT_NOW, AskerMiddleware
from accounts.views import refusals
from acting.refusals import TooSlow
from config.launcher.places import ROOT
from config.rates import limits_of
from issues.decoding import slots
from tests.accounts.walking import ask_for_code
from tests.harness.signing_in import signed_in
from tests.hostile import bombs
from tests.hostile.places import nobody_decodes
from tests.hostile.test_few_lines import with_picture
from tests.issues.acting import raised
from tests.world import World

pytestmark = pytest.mark.django_db
PHONE = "13800138000"
OURS = ("accounts", "acting", "clocks", "council", "desks", "grids", "issues", "ledger")


@pytest.fixture(autouse=True)
def _fresh(settings: Settings) -> Iterator[None]:
    cache.clear()
    settings.SMS_CARRIER = "accounts.carriers.page.PageCarrier"
    yield
    cache.clear()


@pytest.mark.parametrize("status", sorted(NOT_NOW))
def test_any_page_that_says_not_now_does(status: int) -> None:
    """And the longest wait that somebody named is the one."""

    def asked(*waits: int, says: int = status, own: str = "") -> str | None:
        def page(_request: object) -> HttpResponse:
            for seconds in waits:
                come_again_in(seconds)
            return HttpResponse(status=says, headers={"Retry-After": own} if own else {})

        answer = AskerMiddleware(page)(RequestFactory().get("/"))
        return answer.headers.get("Retry-After")

    assert asked() == str(COME_AGAIN)
    assert asked(5, 70, 10) == "70"
    assert asked(5, own="2") == "2"
    # Of what was refused and done all the same nothing is said, nor in the next answer.
    assert asked(5, says=200) is None
    assert asked() == str(COME_AGAIN)


def test_nothing_else_sets_it() -> None:
    """One place for all of Django; the entry, which no middleware sees, has its own two."""
    of_django = {Path(apps.get_app_config(name).path) for name in OURS}
    found = {
        str(file.relative_to(ROOT))
        for app in [*of_django, ROOT / "config"]
        for file in app.rglob("*.py")
        if re.search("retry-after", file.read_text(encoding="utf-8"), re.IGNORECASE)
    }
    assert found == {"accounts/middleware.py", "config/bridge/refusing.py", "council/live/app.py"}


def looks_at_many_numbers(world: World, settings: Settings) -> HttpResponse:
    settings.LIMITS = limits_of("numbers=1/h/person")
    client, answers = signed_in(world.grid_worker), []
    for _ in range(2):
        path = f"/issues/{raised(world).reference}/act/see_contact/"
        answers.append(client.post(path, {"submission": str(uuid4())}))
    return answers[-1]  # type: ignore[return-value]


def sends_many_drafts(world: World, settings: Settings) -> HttpResponse:
    settings.LIMITS = limits_of("drafts=1/h/address")
    matter = {"text": "楼道灯不亮，晚上摸黑", "building": world.building.pk}
    answers = [Client().post("/raise/", {"submission": str(uuid4()), **matter}) for _ in range(2)]
    return answers[-1]  # type: ignore[return-value]


def does_much(world: World, settings: Settings) -> HttpResponse:
    settings.LIMITS = limits_of("additions=1/h/person")
    client, path = signed_in(world.resident), f"/issues/{raised(world).reference}/add/"
    words = [{"submission": str(uuid4()), "text": said} for said in ("我家也是", "三楼也是")]
    return [client.post(path, one) for one in words][-1]  # type: ignore[return-value]


def asks_for_many_codes(world: World, settings: Settings) -> HttpResponse:
    settings.LIMITS = limits_of("codes_asked=1/d/address")
    return [ask_for_code(Client(), f"1380013800{n}") for n in range(2)][-1]


def asks_too_soon(world: World, settings: Settings) -> HttpResponse:
    return [ask_for_code(Client(), PHONE) for _ in range(2)][-1]


def asks_for_the_last_code_of_today(world: World, settings: Settings) -> HttpResponse:
    settings.SIGN_IN_CODES_OF_STRANGERS_PER_DAY = 0
    return ask_for_code(Client(), PHONE)


def asks_while_all_do(world: World, settings: Settings) -> HttpResponse:
    settings.CODES_PER_MINUTE = 0
    return ask_for_code(Client(), PHONE)


def asks_where_nothing_is_sent(world: World, settings: Settings) -> HttpResponse:
    settings.SMS_CARRIER = "accounts.carriers.log.LogCarrier"
    return ask_for_code(Client(), PHONE)


def sends_a_photo_too_many(world: World, settings: Settings) -> HttpResponse:
    with nobody_decodes():
        photo = with_picture(world, bombs.drawn((60, 40), "JPEG"))
        return signed_in(world.resident).post("/raise/", photo)  # type: ignore[return-value]


ASKED: list[tuple[Callable[[World, Settings], HttpResponse], int, range]] = [
    (looks_at_many_numbers, 429, range(1, 3_601)),
    (sends_many_drafts, 429, range(1, 3_601)),
    (does_much, 429, range(1, 3_601)),
    (asks_for_many_codes, 429, range(1, 86_401)),
    (asks_too_soon, 429, range(1, 61)),
    (asks_for_the_last_code_of_today, 429, range(refusals.TOMORROW, refusals.TOMORROW + 1)),
    (asks_while_all_do, 503, range(refusals.A_FEW_MINUTES, refusals.A_FEW_MINUTES + 1)),
    (asks_where_nothing_is_sent, 503, range(refusals.TOMORROW, refusals.TOMORROW + 1)),
    (sends_a_photo_too_many, 503, range(10, 11)),
]


@pytest.mark.parametrize(("does", "status", "wait"), ASKED, ids=[one[0].__name__ for one in ASKED])
def test_each_limit_that_somebody_meets_says_it(
    world: World,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    does: Callable[[World, Settings], HttpResponse],
    status: int,
    wait: range,
) -> None:
    monkeypatch.setattr(slots, "PATIENCE", 0)
    answer = does(world, settings)
    assert answer.status_code == status
    assert int(answer["Retry-After"]) in wait


def test_a_health_check_that_fails_says_it() -> None:
    def too_slow(*_statement: Any) -> Any:
        raise TooSlow

    with connection.execute_wrapper(too_slow):
        answer = Client().get("/healthz/")
    assert (answer.status_code, answer["Retry-After"]) == (503, str(COME_AGAIN))
