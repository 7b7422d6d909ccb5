"""Pages of places and of the administration in a real browser, with their own headers."""

import gzip
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page, Route

from tests.accessibility import faults
from tests.world import World

ORIGIN = "http://localhost"
PUBLIC = ["/venues/", "/venues/ZJD01/", "/venues/ZJD01/poster/", "/v/NONE/"]
ADMIN = ["index", "import", "grids_body_changelist", "grids_body_add", "grids_posting_add"]
SIZES = [(320, 640), (360, 740), (820, 1180), (1440, 900)]
Open = Callable[[str], list[str]]


@pytest.fixture
def open_page(page: Page, client: Client, world: World) -> Open:
    """Open a path through Django's own stack; what the console complains about is returned."""
    said: list[str] = []
    drawn: dict[str, Any] = {}

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path.startswith("/static/"):
            found = finders.find(urlsplit(path).path.removeprefix("/static/"))
            route.fulfill(path=str(found)) if found else route.fulfill(status=404)
        elif path in drawn:
            response = drawn[path]
            headers = {k: v for k, v in response.headers.items() if k != "Set-Cookie"}
            route.fulfill(status=response.status_code, headers=headers, body=response.content)
        else:
            route.fulfill(status=404)

    def go(path: str) -> list[str]:
        # Drawn here: the browser's callbacks have a database connection of their own.
        for needed in (path, reverse("admin:jsi18n")):
            drawn[needed] = client.get(needed)
        assert drawn[path].status_code == (404 if "NONE" in path else 200)
        said.clear()
        page.goto(ORIGIN + path)
        return [words for words in said if "NONE" not in path or "404" not in words]

    page.route(f"{ORIGIN}/**", answer)
    page.on("console", lambda message: said.append(message.text) if is_bad(message) else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return go


def is_bad(message: Any) -> bool:
    return message.type in {"error", "warning"}


@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_public_pages_are_accessible_at_every_size(
    page: Page, client: Client, open_page: Open, path: str, language: str
) -> None:
    client.cookies["language"] = language
    assert open_page(path) == []
    assert faults(page, SIZES, language, both_prints=True) == []


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_poster_is_exactly_one_sheet_of_a4(
    page: Page, client: Client, open_page: Open, world: World, language: str
) -> None:
    client.cookies["language"] = language
    world.grid_worker.postings.update(work_phone="0533-7180101")
    open_page("/venues/ZJD01/poster/")
    sheet = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", sheet)) == 1
    assert re.search(rb"/MediaBox\s*\[0 0 59[456][.\d]* 84[123]", sheet)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1123})
    fits = "(p => p.scrollHeight <= p.clientHeight + 1)(document.querySelector('.poster'))"
    assert page.evaluate(fits)


@pytest.mark.parametrize("name", ADMIN)
def test_the_administration_keeps_its_policy_and_is_accessible(
    page: Page, client: Client, open_page: Open, world: World, name: str
) -> None:
    client.force_login(world.administrator)
    assert open_page(reverse(f"admin:{name}")) == []
    page.set_viewport_size({"width": 1440, "height": 900})
    violations = Axe().run(page).response["violations"]
    told = [(v["id"], [node["target"] for node in v["nodes"]]) for v in violations]
    assert told == []


@pytest.mark.parametrize("path", PUBLIC)
def test_the_first_load_is_light(world: World, client: Client, path: str) -> None:
    html = client.get(path).content
    files = re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js|svg))"', html.decode())
    found = [finders.find(name) for name in files]
    weight = len(gzip.compress(html))
    for file in found:
        with open(str(file), "rb") as opened:
            weight += len(gzip.compress(opened.read()))
    assert weight < 60_000
    assert len(files) < 12
