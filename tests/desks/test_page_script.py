"""`page.js` in a real browser: it keeps what was typed, sends once, and finds the mistake."""

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from django.conf import settings
from django.template import engines
from django.test import RequestFactory
from django.utils import translation
from playwright.sync_api import Page, Route

ORIGIN = "http://pavilion.test"
FORM = """{% extends "base.html" %}{% block main %}<h1>Raise</h1>
<form method="post" action="/raise/" data-keep="raise">
<input type="hidden" name="submission" value="1">
<label for="words">Words</label><textarea id="words" name="words"{{ wrong|safe }}></textarea>
<label for="code">Code</label><input id="code" name="code" autocomplete="one-time-code">
<label><input type="checkbox" name="danger" value="1"> Danger</label>
<button class="button" name="send" value="now">Send</button></form>{% endblock %}"""
THANKS = """{% extends "base.html" %}{% block main %}<h1>Thanks</h1>
<p data-forget="raise">Kept.</p>{% endblock %}"""


class Answers:
    """Serves the frame without a database and remembers what was posted."""

    def __init__(self) -> None:
        self.posted: list[dict[str, list[str]]] = []
        self.wrong = ""

    def __call__(self, route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path.startswith("/static/"):
            route.fulfill(path=Path(settings.BASE_DIR) / path.lstrip("/"))
            return
        if route.request.method == "POST":
            self.posted.append(parse_qs(route.request.post_data or ""))
        source = THANKS if path == "/thanks/" else FORM
        request = RequestFactory().get(path)
        with translation.override("en"):
            page = engines["django"].from_string(source).render({"wrong": self.wrong}, request)
        route.fulfill(body=page, content_type="text/html; charset=utf-8")


@pytest.fixture
def answers(page: Page) -> Answers:
    answers = Answers()
    page.route(f"{ORIGIN}/**", answers)
    return answers


def test_what_was_typed_is_back_after_the_page_is_opened_again(
    page: Page, answers: Answers
) -> None:
    page.goto(f"{ORIGIN}/raise/")
    page.fill("#words", "The light on the stairs is out")
    page.fill("#code", "123456")
    page.check("[name=danger]")
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#words") == "The light on the stairs is out"
    assert page.is_checked("[name=danger]")
    assert page.input_value("#code") == ""


def test_what_was_sent_is_not_put_back(page: Page, answers: Answers) -> None:
    page.goto(f"{ORIGIN}/raise/")
    page.fill("#words", "The light on the stairs is out")
    page.goto(f"{ORIGIN}/thanks/")
    page.goto(f"{ORIGIN}/raise/")
    assert page.input_value("#words") == ""


def test_two_presses_send_once_and_keep_the_buttons_value(page: Page, answers: Answers) -> None:
    page.goto(f"{ORIGIN}/raise/")
    page.fill("#words", "Once")
    page.evaluate("() => { const b = document.querySelector('[name=send]'); b.click(); b.click() }")
    page.wait_for_load_state()
    page.wait_for_function("document.querySelector('h1')")
    assert len(answers.posted) == 1
    assert answers.posted[0]["send"] == ["now"]


def test_a_lost_line_is_said_and_nothing_is_sent(page: Page, answers: Answers) -> None:
    page.goto(f"{ORIGIN}/raise/")
    page.fill("#words", "Still here")
    page.context.set_offline(True)
    page.wait_for_selector("#offline:not([hidden])")
    page.click("[name=send]")
    assert answers.posted == []
    assert page.input_value("#words") == "Still here"
    page.context.set_offline(False)
    page.wait_for_selector("#offline[hidden]", state="attached")


def test_the_first_wrong_field_has_the_focus(page: Page, answers: Answers) -> None:
    answers.wrong = ' aria-invalid="true"'
    page.goto(f"{ORIGIN}/raise/")
    page.wait_for_function("document.activeElement.id === 'words'")


@pytest.mark.parametrize("size", [(320, 640), (360, 740), (820, 1180), (1440, 900)])
def test_the_frame_never_scrolls_sideways(
    page: Page, answers: Answers, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{ORIGIN}/raise/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
