"""The frame and its pieces under axe, at every size, in both languages and in large print."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from django.utils import translation
from playwright.sync_api import Page, Route

from tests.accessibility import faults

ORIGIN = "http://pavilion.test"
STATIC = Path(settings.BASE_DIR) / "static"
PIECES = """{% extends base %}{% load parts static %}
{% block styles %}{{ block.super }}
{% for name in styles %}<link rel="stylesheet" href="{% static name %}">{% endfor %}{% endblock %}
{% block main %}<h1>A matter</h1>
{% for level in levels %}{% include "components/notice.html" with level=level text="Words" %}
{% endfor %}
{% for chip in chips %}{% include "components/chip.html" %}
{% include "components/chip.html" with flat=True %}{% endfor %}
<h2>Who has it</h2>{% include "components/chain.html" %}{% include "components/rail.html" %}
{% include "components/card.html" %}{% include "components/pagination.html" %}
{% include "components/figures.html" %}{% include "components/facts.html" %}
{% include "issues/parts/timeline.html" %}
{% include "components/slip.html" with phone="13800000000" name="Wang" %}
{% include "components/tabs.html" %}
{% include "components/upload.html" with name="photos" id="photos" label="Photos" %}
{% include "components/empty.html" %}
{% ring 0.4 label="Two days left" %}
<form><div class="field"><label for="why">Why?</label><textarea id="why"></textarea></div>
<button class="button button-next">Push up</button></form>{% endblock %}"""


def chain() -> dict[str, Any]:
    clock = {"elapsed": 1, "overdue": True, "words": "One day late", "why": ["Saturday."]}
    return {
        "levels": [
            {"level_label": "Grid", "body": "Third", "state": "past", "turns": ["Twice."]},
            {"level_label": "Community", "body": "East", "state": "lit", "clock": clock},
            {"level_label": "Department", "state": "future", "note": "Goes here next."},
        ],
        "first_receiver": {"role": "grid worker", "name": "Wang", "phone": "13800000000"},
    }


def pieces(base: str) -> dict[str, Any]:
    codes = ("small", "urgent", "hard", "major", "open")
    chips = [{"code": code, "phrase": "Two days", "rule": "The rule."} for code in codes]
    states = ("past", "present", "future")
    return {
        "base": base,
        "styles": ("css/chain.css", "css/raise.css"),
        "levels": ("info", "warning", "error"),
        "chips": chips,
        "chain": chain(),
        "stations": [{"label": "Station", "state": state, "when": "17 Nov"} for state in states],
        "card": {"url": "#a", "title": "Light", "chip": chips[0], "words": "Late", "overdue": True},
        "page": Paginator(list(range(60)), 20).page(2),
        "figures": [{"number": 12, "label": "open"}],
        "facts": [{"label": "Place", "value": "Building 3"}],
        "entries": [{"when": "17 Nov", "text": "Received", "breach": True}],
        "slip": {"spoken": "East 42", "reference": "ZJD-2026-0042", "sentences": ["Received."]},
        "tabs": [{"url": "#t", "label": "List", "current": True}],
        "name": "View",
    }


def draw(base: str, *, language: str) -> str:
    request = RequestFactory().get("/issues/x/")
    request.large_print = False  # type: ignore[attr-defined]
    with translation.override(language):
        page: str = engines["django"].from_string(PIECES).render(pieces(base), request)
    return page


def serve(page: Page, html: str) -> None:
    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path.startswith("/static/"):
            route.fulfill(path=STATIC / path.removeprefix("/static/"))
        else:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")

    page.route(f"{ORIGIN}/**", answer)


@pytest.mark.parametrize("base", ["base.html", "desk.html"])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_no_violation_and_no_sideways_scroll_at_any_size(
    page: Page, base: str, language: str
) -> None:
    serve(page, draw(base, language=language))
    page.goto(f"{ORIGIN}/issues/x/")
    sizes = ((320, 640), (360, 740), (820, 1180), (1440, 900))
    assert faults(page, sizes, language, both_prints=True) == []


def test_targets_of_the_frame_are_large_enough_for_a_thumb(page: Page) -> None:
    serve(page, draw("base.html", language="zh-hans"))
    page.goto(f"{ORIGIN}/issues/x/")
    small = page.evaluate(
        """[...document.querySelectorAll('.bar a, .head button, .brand, .button, summary')]
        .filter(e => e.getClientRects().length && e.getBoundingClientRect().height < 48)
        .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert small == []
    narrow = page.evaluate(
        """[...document.querySelectorAll('.foot a, .foot button')]
        .filter(e => e.getBoundingClientRect().width < 44).map(e => e.innerText)"""
    )
    assert narrow == [], "a word of two signs is narrower than a thumb"


def test_the_frame_leaves_room_in_the_first_load() -> None:
    """60 kB is all there is for a public page; htmx takes 16.5 of it, news.js 1.5."""
    files = ("css/pavilion.css", "js/keeping.js", "js/page.js", "icons/pavilion.svg")
    assert sum(len(gzip.compress((STATIC / name).read_bytes())) for name in files) < 11_500
