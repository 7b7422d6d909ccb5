"""The demo's own pages: be somebody, look around as nobody, sign in by the message shown there."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from playwright.sync_api import Browser, expect

from accounts.models import SentCode, User
from demo.cast import CAST, Persona
from grids.enums import Role
from tests.e2e.conftest import Town
from tests.e2e.people import PHONE, Person, visits
from tests.e2e.words import zh
from tests.world import post

WORKER = next(one for one in CAST if one.role == Role.GRID_WORKER)
RESIDENT = next(one for one in CAST if not one.role)
Say = Callable[[str], str]


@pytest.fixture(scope="module")
def stage(town: Town) -> Town:
    """Two of the cast; the numbers of the small world may have come to those of the cast."""
    User.objects.filter(phone__in=[one.phone for one in CAST]).update(phone=None)
    for one in (WORKER, RESIDENT):
        user = User.objects.create_user(one.phone, name=one.name_zh, phone_verified=True)
        if one.role:
            post(user, town.world.grid, one.role)
    return town


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_a_newcomer_is_several_people_in_turn(stage: Town, browser: Browser, language: str) -> None:
    say: Say = zh if language == "zh-hans" else str
    SentCode.objects.all().delete()
    User.objects.update(language=language)
    with visits(browser, stage.url) as visit:
        newcomer = visit(PHONE)
        cookie = {"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": stage.url}
        newcomer.page.context.add_cookies([cookie])  # type: ignore[list-item]
        newcomer.go("/demo/")
        newcomer.resize(PHONE)
        be(newcomer, say, WORKER, language)
        expect(newcomer.page).to_have_url(re.compile(r"/desk/"))
        newcomer.go("/demo/")
        newcomer.reads(say("This is you now"))
        newcomer.press(say("Look around as a visitor"))
        expect(newcomer.page.get_by_text(say("This is you now"))).to_have_count(0)
        signs_in_by_the_message(newcomer, say)
        newcomer.go("/demo/")
        be(newcomer, say, WORKER, language)
        expect(newcomer.page).to_have_url(re.compile(r"/desk/"))


def be(newcomer: Person, say: Say, one: Persona, language: str) -> None:
    name = one.name_zh if language == "zh-hans" else one.name_en
    newcomer.press(say("Be %(name)s") % {"name": name})
    newcomer.page.wait_for_url(lambda address: "/demo/" not in address)


def signs_in_by_the_message(newcomer: Person, say: Say) -> None:
    """In one window: to the messages and back, as on a phone without tabs."""
    newcomer.go("/sign-in/")
    newcomer.fill(say("Your mobile number"), RESIDENT.phone.removeprefix("+86"))
    newcomer.press(say("Send me the code"))
    newcomer.reads(say("What does the message say?"))
    newcomer.go("/demo/sms/")
    newcomer.reads(say("Messages of the demo"))
    newcomer.resize(PHONE)
    code = newcomer.page.locator(".sms-own .sms-code").first.inner_text()
    newcomer.go("/sign-in/code/")
    newcomer.fill(say("Code from the message"), code)
    newcomer.press(say("Sign in"), among=newcomer.page.locator("main"))
    newcomer.page.wait_for_url(lambda address: "/sign-in/" not in address)
    newcomer.go("/me/")
    newcomer.reads(say("My matters"))
