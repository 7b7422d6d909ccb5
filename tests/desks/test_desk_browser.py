"""The grid's desk in a real browser: by keyboard, by thumb, without a script, under axe."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from issues.actions.receive import receive
from issues.models import Finding, Issue, Response
from tests.accessibility import faults
from tests.desks.desking import at_community, raised
from tests.harness.world import LiveWorld
from tests.world import World, build_world

GRID = "/desk/grid/ZJD-1/"
SIZES = [(360, 740), (820, 1180), (1180, 820), (1440, 900)]


@pytest.fixture
def site(world_database: LiveWorld, browser: Browser) -> Iterator[LiveServer]:
    server = LiveServer("localhost")
    yield server
    # What a page keeps open holds a thread of the server, and that a connection of the database.
    for context in browser.contexts:
        context.close()
    server.stop()


def before(browser: Browser, site: LiveServer, user: User, **options: object) -> Page:
    client = Client()
    client.force_login(user, backend="grids.backends.PostingBackend")
    context: BrowserContext = browser.new_context(**options)  # type: ignore[arg-type]
    context.add_cookies(
        [{"name": "session", "value": client.cookies["session"].value, "url": site.url}]
    )
    return context.new_page()


def size(width: int, height: int) -> dict[str, int]:
    return {"width": width, "height": height}


def taken_in(world: World) -> Issue:
    issue = raised(world)
    receive(issue, actor=world.grid_worker, now=issue.raised_at)
    return issue


def test_a_finding_is_written_by_keyboard_and_a_slip_loses_nothing(
    browser: Browser, site: LiveServer
) -> None:
    world = build_world()
    issue = taken_in(world)
    page = before(browser, site, world.grid_worker, viewport=size(1440, 900))
    page.goto(f"{site.url}{GRID}?section=hand&case={issue.reference}")
    page.keyboard.press("a")
    words = page.locator(".act-panel textarea")
    expect(words).to_be_focused()
    # The form has no scroll of its own beside that of the page.
    expect(page.locator(".desk-acts")).to_have_css("overflow-y", "visible")
    words.fill("下午来看看")
    page.locator(".act-panel .more-fields summary").first.click()
    page.locator(".act-panel [type=datetime-local]").fill("2040-01-01T10:00")
    page.locator(".act-panel .button-main").click()
    expect(page.locator(".act-panel .field-error")).to_be_visible()
    expect(words).to_have_value("下午来看看")
    page.locator(".act-panel [type=datetime-local]").fill("")
    page.locator(".act-panel .button-main").click()
    expect(page.locator("#messages")).to_be_visible()
    expect(page.locator("#case .case")).to_be_focused()
    assert Response.objects.get().text == "下午来看看"
    page.keyboard.press("a")
    expect(page.locator(".act-panel textarea")).to_have_value("")


def test_on_a_phone_the_queue_makes_way_for_the_case(browser: Browser, site: LiveServer) -> None:
    world = build_world()
    raised(world, "楼道灯不亮")
    second = raised(world, "健身器材松了")
    page = before(browser, site, world.grid_worker, viewport=size(360, 740))
    page.goto(f"{site.url}{GRID}")
    expect(page.locator("#case .case")).to_be_hidden()
    page.locator(f"[data-row][href*='case={second.reference}']").click()
    expect(page.locator("#case-title")).to_have_text("健身器材松了")
    expect(page.locator(".rows")).to_be_hidden()
    page.go_back()
    expect(page.locator(".rows")).to_be_visible()


def test_on_a_phone_a_thumb_goes_from_case_to_case_and_to_the_acts(
    browser: Browser, site: LiveServer
) -> None:
    world = build_world()
    first, second = raised(world, "楼道灯不亮"), raised(world, "健身器材松了")
    page = before(browser, site, world.grid_worker, viewport=size(360, 740))
    page.goto(f"{site.url}{GRID}?section=new&case={first.reference}")
    page.locator(".case-next").click()
    expect(page.locator("#case-title")).to_have_text(second.text)
    jump = page.locator(".desk-jump")
    expect(jump).to_be_in_viewport()
    jump.click()
    page.locator("#acts .act-open").first.click()
    field = page.locator(".act-panel input:not([type=hidden]), .act-panel textarea").first
    expect(field).to_be_focused()
    covered = """field => {
        const box = field.getBoundingClientRect(), jump = document.querySelector(".desk-jump");
        return jump.getBoundingClientRect().bottom > box.top;
    }"""
    assert field.evaluate(covered) is False


def test_a_slash_searches_the_desk_and_a_question_mark_shows_the_keys(
    browser: Browser, site: LiveServer
) -> None:
    world = build_world()
    raised(world, "楼道灯不亮")
    wanted = raised(world, "健身器材松了")
    page = before(browser, site, world.grid_worker, viewport=size(1440, 900))
    page.goto(f"{site.url}{GRID}")
    page.keyboard.press("?")
    expect(page.locator(".keys-list")).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("[data-find]")).to_be_focused()
    page.keyboard.type("器材")
    page.keyboard.press("Enter")
    expect(page.locator("[data-row]")).to_have_count(1)
    expect(page.locator("#case-title")).to_have_text(wanted.text)


def test_all_of_it_works_without_a_script(browser: Browser, site: LiveServer) -> None:
    world = build_world()
    issue = raised(world)
    page = before(
        browser, site, world.grid_worker, viewport=size(360, 740), java_script_enabled=False
    )
    page.goto(f"{site.url}{GRID}?section=new&case={issue.reference}")
    page.locator(".act-once button").click()
    expect(page.locator("#messages")).to_be_visible()
    page.locator(f"a[href*='{issue.reference}/act/respond/']").click()
    page.locator("textarea").fill("马上来")
    page.locator(".button-main").click()
    expect(page.locator("#messages")).to_be_visible()
    assert Response.objects.count() == 1
    assert not Finding.objects.exists()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_axe_finds_nothing_at_any_size(browser: Browser, site: LiveServer, language: str) -> None:
    world = build_world()
    issue = taken_in(world)
    raised(world, "正在漏水", danger=True)
    above = at_community(world)
    User.objects.update(language=language)
    User.objects.filter(pk=world.grid_head.pk).update(large_print=True)
    pages = [
        (world.grid_worker, f"{GRID}?section=hand&case={issue.reference}"),
        (world.grid_head, f"{GRID}?section=hand&case={issue.reference}"),
        (world.staff, f"/desk/community/ZJD/?case={above.reference}"),
        (world.dispatcher, "/desk/street/FHT/"),
        (world.clerk, "/desk/department/FHT-ZJ/"),
        (world.grid_worker, f"/issues/{issue.reference}/act/classify/"),
        (world.grid_worker, f"/issues/{issue.reference}/act/publish/"),
        (world.clerk, "/desk/"),
        (world.staff, f"/issues/{above.reference}/slip/"),
    ]
    for user, path in pages:
        page = before(browser, site, user)
        # Loaded on a phone and on a desk: what a script does then may hang on the width.
        for sizes in (SIZES[:1], SIZES[:0:-1]):
            width, height = sizes[0]
            page.set_viewport_size({"width": width, "height": height})
            page.goto(f"{site.url}{path}")
            assert faults(page, sizes, language) == [], path
        page.context.close()


@pytest.mark.parametrize("scripted", [True, False], ids=["scripted", "plain"])
def test_a_number_in_public_words_is_shown_before_they_are_sent(
    browser: Browser, site: LiveServer, scripted: bool
) -> None:
    world = build_world()
    issue = taken_in(world)
    page = before(
        browser, site, world.grid_worker, viewport=size(360, 740), java_script_enabled=scripted
    )
    page.goto(f"{site.url}/issues/{issue.reference}/act/decline/")
    page.locator("textarea").fill("找物业，13905331234")
    page.locator(".act-send button").click()
    notice = page.locator(".public-words")
    expect(notice).to_be_focused()
    expect(notice.locator("blockquote")).to_have_text("找物业，×××")
    expect(page.locator("textarea")).to_have_value("找物业，13905331234")
    if scripted:
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    notice.locator("button").first.click()
    page.wait_for_url(f"**/issues/{issue.reference}/")
    assert Issue.objects.get().ending_note == "找物业，×××"


def test_a_number_is_shown_within_the_desk_and_may_stay(browser: Browser, site: LiveServer) -> None:
    world = build_world()
    issue = taken_in(world)
    page = before(browser, site, world.grid_worker, viewport=size(1440, 900))
    page.goto(f"{site.url}{GRID}?section=hand&case={issue.reference}")
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    page.locator("#acts a[href*='/act/decline/']").click()
    page.locator(".act-panel textarea").fill("找物业，13905331234")
    page.locator(".act-panel .act-send button").click()
    notice = page.locator(".act-panel .public-words")
    expect(notice).to_be_focused()
    notice.locator("button").last.click()
    expect(page.locator("#messages")).to_be_visible()
    assert Issue.objects.get().ending_note == "找物业，13905331234"
