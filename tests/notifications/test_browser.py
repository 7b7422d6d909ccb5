"""The notices page in a real browser, served from this process so that it knows test kinds."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from notifications.models import Notice
from tests.harness.world import LiveWorld
from tests.notifications.factories import notice, person


@pytest.fixture
def site(world_database: LiveWorld) -> Iterator[LiveServer]:
    server = LiveServer("localhost")
    yield server
    server.stop()


def signed_in(browser: Browser, site: LiveServer, user: User, **options: object) -> BrowserContext:
    client = Client()
    client.force_login(user)
    session = client.cookies["session"].value
    context = browser.new_context(**options)  # type: ignore[arg-type]
    context.add_cookies([{"name": "session", "value": session, "url": site.url}])
    return context


def told_about(user: User) -> list[Notice]:
    """Three unread, one of them urgent and one without words, and one read."""
    read = notice(user, key="read", read_at=user.joined_at)
    odd = notice(user, key="odd", kind="test.unheard_of")
    urgent = notice(user, key="urgent", urgent=True)
    return [read, odd, urgent, notice(user, key="plain")]


def left(user: User) -> int:
    return Notice.objects.filter(recipient=user, read_at=None).count()


def walk(page: Page, site: LiveServer, user: User) -> None:
    page.goto(f"{site.url}/notices/")
    expect(page.locator(".told.is-new")).to_have_count(3)
    page.get_by_role("button", name="Got it (Yes 42)").first.click()
    expect(page.locator(".told.is-new")).to_have_count(2)
    page.get_by_role("button", name="See what it is about (Yes 42)").click()
    page.wait_for_url("**/issues/ZJD-2026-0042/")
    page.goto(f"{site.url}/notices/")
    expect(page.locator(".told.is-new")).to_have_count(1)
    page.locator(".told-head").get_by_role("button").click()
    expect(page.locator(".told.is-new")).to_have_count(0)
    assert left(user) == 0
    page.get_by_role("link", name="Yes 42").first.click()
    page.wait_for_url("**/issues/ZJD-2026-0042/")


def test_a_resident_reads_what_came_with_and_without_javascript(
    site: LiveServer, browser: Browser
) -> None:
    for scripted in (True, False):
        user = person(language="en")
        told_about(user)
        phone = {"width": 360, "height": 740}
        context = signed_in(browser, site, user, viewport=phone, java_script_enabled=scripted)
        walk(context.new_page(), site, user)
        context.close()


def test_the_page_passes_axe_and_never_scrolls_sideways(site: LiveServer, browser: Browser) -> None:
    user = person()
    told_about(user)
    for width, language, large in (
        (320, "zh-hans", True),
        (360, "zh-hans", False),
        (360, "en", True),
        (820, "en", False),
        (1180, "zh-hans", False),
        (1440, "en", False),
        (1440, "zh-hans", True),
    ):
        User.objects.filter(pk=user.pk).update(language=language, large_print=large)
        context = signed_in(browser, site, user, viewport={"width": width, "height": 800})
        page = context.new_page()
        page.goto(f"{site.url}/notices/")
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = Axe().run(page).response["violations"]
        assert found == [], (width, language, large)
        context.close()
