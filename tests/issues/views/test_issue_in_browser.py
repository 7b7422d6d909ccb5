"""The page in a real browser: axe at every size, and a word given without any script."""

from __future__ import annotations

from contextvars import copy_context
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, Route

from issues.enums.stages import Stage
from issues.models import Issue
from tests.accessibility import faults
from tests.harness.answering import lead
from tests.harness.signing_in import signed_in
from tests.issues.staging import busy, raised, settled
from tests.world import World

ORIGIN = "http://pavilion.test"
STATIC = Path(settings.BASE_DIR) / "static"
SIZES = ((320, 640), (360, 740), (820, 1180), (1440, 900))


def serve(page: Page, client: Client) -> None:
    """Answer the browser from the test's own transaction, which belongs to the test's context."""
    context = copy_context()

    def answer(route: Route) -> None:
        request = route.request
        path = request.url.removeprefix(ORIGIN)
        if path.startswith("/static/"):
            return route.fulfill(path=STATIC / path.removeprefix("/static/"))
        if path.startswith("/issues/photos/"):
            return route.fulfill(path=STATIC / "icons" / "pavilion-180.png")
        if request.method == "POST":
            kind = request.headers["content-type"]
            response = context.run(client.post, path, request.post_data_buffer, content_type=kind)
        else:
            response = context.run(client.get, path)
        if location := response.headers.get("Location"):
            return lead(route, f"{ORIGIN}{location}")
        headers = {"Content-Type": "text/html"}
        return route.fulfill(status=response.status_code, headers=headers, body=response.content)

    page.route(f"{ORIGIN}/**", answer)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("who", ["", "staff"])
def test_no_violation_and_no_sideways_scroll(
    world: World, page: Page, language: str, who: str
) -> None:
    client = Client()
    if who:
        person = getattr(world, who)
        person.language = language
        person.save()
        client = signed_in(person)
    client.cookies.load({"language": language})
    serve(page, client)
    page.goto(f"{ORIGIN}/issues/{busy(world, neighbours=2).reference}/")
    assert page.locator(".chain").count() == 1
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert faults(page, SIZES, language, both_prints=True) == []


def test_a_resident_has_the_last_word_without_any_script(world: World, browser: Browser) -> None:
    issue = settled(world)
    page = browser.new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    serve(page, signed_in(world.resident))
    page.goto(f"{ORIGIN}/issues/{issue.reference}/")
    page.locator(".answer-row a").nth(0).click()
    assert page.locator("input[name=resolved][value=solved]").is_checked()
    page.locator("main form button").click()
    page.wait_for_url(f"**/issues/{issue.reference}/")
    assert Issue.objects.get(pk=issue.pk).stage == Stage.CLOSED
    page.close()


@pytest.mark.parametrize("form", ["support", "add", "withdraw", "confirm"])
def test_the_forms_have_no_violation(world: World, page: Page, form: str) -> None:
    issue = settled(world) if form == "confirm" else raised(world)
    if form == "support":
        issue = settled(world)
    serve(page, signed_in(world.neighbour if form == "support" else world.resident))
    page.goto(f"{ORIGIN}/issues/{issue.reference}/{form}/")
    assert page.locator("main form button:not([data-pick])").count() == 1
    violations = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in violations] == []
