"""`news.js` in a real browser: it tells, and touches nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from django.test import RequestFactory
from django.utils import translation
from playwright.sync_api import Page, Route, expect

from notifications.version import Version
from notifications.watching import Watch

ORIGIN = "http://pavilion.test"
PAGE = """{% extends "base.html" %}{% block title %}Desk{% endblock %}
{% block main %}<input id="typing">{% endblock %}"""


class Answers:
    """A desk, and what is asked of it: nothing new until `count` says otherwise."""

    def __init__(self) -> None:
        self.count, self.drawn = 0, 0
        self.asked: list[str] = []

    def __call__(self, route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path.startswith("/static/"):
            route.fulfill(path=Path(settings.BASE_DIR) / path.lstrip("/"))
        elif path.startswith("/notices/news/"):
            self.news(route)
        else:
            self.drawn += 1
            watch = Watch("desk", ["desk:1"], 1, {}, Version(((3, 2),)))
            with translation.override("en"):
                page = engines["django"].from_string(PAGE)
                body = page.render({"news": watch}, RequestFactory().get(path))
            route.fulfill(body=body, content_type="text/html; charset=utf-8")

    def news(self, route: Route) -> None:
        self.asked.append(route.request.headers.get("if-none-match", ""))
        if not self.count:
            route.fulfill(status=304)
            return
        told = {"version": "4.3.2", "count": self.count, "words": f"{self.count} new"}
        route.fulfill(json=told, headers={"ETag": '"4.3.2"'})


@pytest.fixture
def answers(page: Page) -> Answers:
    answers = Answers()
    page.clock.install()
    page.route(f"{ORIGIN}/**", answers)
    page.goto(f"{ORIGIN}/desk/")
    return answers


def half_a_minute(page: Page) -> None:
    """Let it pass, until what the page asks then is answered."""
    with page.expect_response(f"{ORIGIN}/notices/news/**"):
        page.clock.run_for(30_000)


def test_what_came_is_told_within_half_a_minute_and_waits_to_be_pressed(
    page: Page, answers: Answers
) -> None:
    page.fill("#typing", "half a sen")
    half_a_minute(page)
    expect(page.locator("#news")).to_be_hidden()
    answers.count = 2
    half_a_minute(page)
    expect(page.locator("#news")).to_contain_text("2 new")
    expect(page).to_have_title("(2) Desk · Pavilion")
    expect(page.locator("#typing")).to_be_focused()
    assert page.input_value("#typing") == "half a sen"
    assert answers.drawn == 1
    half_a_minute(page)
    assert answers.asked[0] == '"3.2"'
    assert answers.asked[-1] == '"4.3.2"'
    page.click("[data-news-show]")
    page.wait_for_load_state()
    assert answers.drawn == 2


def test_a_sound_only_by_wish_which_is_kept(page: Page, answers: Answers) -> None:
    answers.count = 1
    half_a_minute(page)
    wish = page.locator("[data-news-sound]")
    expect(wish).to_have_attribute("aria-pressed", "false")
    wish.click()
    page.reload()
    half_a_minute(page)
    expect(wish).to_have_attribute("aria-pressed", "true")
