"""A town with everybody in it, served for a browser, and somebody who walks through it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from django.conf import settings
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, Page

from accounts.models import User
from accounts.preferences import LARGE_PRINT_COOKIE
from tests.accessibility import AXE, faults
from tests.e2e.places import VISITOR, bring_matters
from tests.harness.common_site import Common
from tests.harness.signing_in import session_of
from tests.matrix.stage import Stage, build_stage

NARROWEST = (320, 640)
# What fits the narrowest phone fits the others, which are laid out by the same rules.
SIZES = (NARROWEST, (820, 1180), (1440, 900))
# What is shown there is shown on a phone or at a desk too.
BETWEEN = (820,)
WATCH = """
window.forbidden = [];
addEventListener('securitypolicyviolation', event =>
    window.forbidden.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
"""


@dataclass(frozen=True)
class Town:
    stage: Stage
    url: str


@pytest.fixture(scope="module")
def town(common_site: Common) -> Town:
    return Town(staged(common_site), common_site.url)


def staged(common: Common) -> Stage:
    """With photos where the site has its own."""
    with override_settings(MEDIA_ROOT=common.live.folder / "media"):
        stage = build_stage(common.world)
        bring_matters(stage)
    return stage


@dataclass
class Walk:
    """One browser that changes hands; what is wrong is collected to be told at once."""

    town: Town
    page: Page
    wrong: list[str] = field(default_factory=list)
    who: str = VISITOR
    language: str = "zh-hans"
    # While axe measures it sets styles itself, which the browser reports too.
    measuring: bool = False

    def become(self, who: str) -> None:
        if who == self.who:
            return
        context = self.page.context
        context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
        if who != VISITOR:
            cookie = {"name": settings.SESSION_COOKIE_NAME, "url": self.town.url}
            context.add_cookies([{**cookie, "value": session_of(self.town.stage.user(who))}])  # type: ignore[typeddict-item]
        self.who = who

    def look(self, who: str, path: str) -> None:
        self.become(who)
        self.measuring = False
        answer = self.page.goto(self.town.url + path)
        where = f"{who} {path}"
        if answer is None or answer.status >= 500:
            self.wrong.append(f"{where}: {answer and answer.status}")
            return
        self.check(where)

    def check(self, where: str) -> None:
        self.wrong += [f"{where}: {one}" for one in self.page.evaluate("window.forbidden")]
        self.measuring = True
        # At a desk's width desks/test_desk_browser.py asks the other rules too.
        found = faults(
            self.page, SIZES, self.language,
            whole=NARROWEST[:1], unasked=BETWEEN, both_prints=True,
        )  # fmt: skip
        self.wrong += [f"{where}: {one}" for one in found]


@pytest.fixture
def walk(town: Town, browser: Browser) -> Iterator[Walk]:
    context: BrowserContext = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
    context.add_init_script(WATCH)
    # Once for all pages: it is long, and would be sent to each.
    context.add_init_script(AXE)
    walk = Walk(town, context.new_page())
    walk.page.on("request", lambda request: stays(walk, request.url))
    walk.page.on("console", lambda message: complains(walk, message.text))
    walk.page.on("pageerror", lambda error: walk.wrong.append(f"{walk.page.url}: {error}"))
    yield walk
    context.close()


def stays(walk: Walk, url: str) -> None:
    if not url.startswith((walk.town.url, "data:", "blob:")):
        walk.wrong.append(f"{walk.page.url} asks {url}")


def complains(walk: Walk, text: str) -> None:
    if "Content Security Policy" in text and not walk.measuring:
        walk.wrong.append(f"{walk.page.url}: {text[:200]}")


def read_as(walk: Walk, language: str, *, large: bool = False) -> None:
    walk.language = language
    User.objects.update(language=language, large_print=large)
    values = {settings.LANGUAGE_COOKIE_NAME: language, LARGE_PRINT_COOKIE: "1" if large else "0"}
    walk.page.context.add_cookies(
        [{"name": name, "value": value, "url": walk.town.url} for name, value in values.items()]
    )
