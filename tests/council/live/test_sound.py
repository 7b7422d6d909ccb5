"""static/js/sound.js in a browser: once, quietly, when the time is up, and by wish only."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.council.live.conftest import Hall
from tests.council.live.screens import frame_with, send

pytestmark = pytest.mark.processes
COUNT = """() => {
  window.sounded = 0;
  document.querySelector('[data-live]').addEventListener('sounded', () => { window.sounded += 1; });
}"""


def clock(page: Page, *, left: float, began: int = 0, allowed: int = 120) -> str:
    """One that has so many seconds left, by this page's idea of the server's time."""
    now = int(page.evaluate("Date.now() + document.querySelector('[data-live]').ahead"))
    began = began or int(now - (allowed - left) * 1000)
    return (
        f'<p data-clock data-script="{began} {allowed}" data-began="{began}" data-held=""'
        f' data-paused="0" data-allowed="{allowed}">–</p>'
    )


def show(hall: Hall, page: Page, html: str, version: int) -> None:
    now = int(page.evaluate("Date.now() + document.querySelector('[data-live]').ahead"))
    send(page, frame_with(hall, part="floor", html=html, more=version, now=now))


def button(page: Page) -> Locator:
    return page.locator("[data-sound]")


def sounds(page: Page, times: int) -> None:
    page.wait_for_function("times => window.sounded === times", arg=times, timeout=8_000)


def runs_out(page: Page) -> None:
    expect(page.locator("[data-part=floor] .is-over")).to_be_visible(timeout=8_000)
    page.wait_for_timeout(800)


def test_nothing_sounds_that_nobody_wished_for(hall: Hall, table: Page) -> None:
    table.evaluate(COUNT)
    expect(button(table)).to_have_attribute("aria-pressed", "false")
    table.mouse.click(5, 5)
    show(hall, table, clock(table, left=1), 1)
    runs_out(table)
    assert table.evaluate("window.sounded") == 0


def test_by_wish_it_sounds_once_for_each_time_that_is_up(hall: Hall, table: Page) -> None:
    table.evaluate(COUNT)
    button(table).click()
    expect(button(table)).to_have_attribute("aria-pressed", "true")
    expect(button(table)).not_to_have_class("is-waiting")
    show(hall, table, clock(table, left=-20), 1)
    runs_out(table)
    assert table.evaluate("window.sounded") == 0, "it was over before anybody looked"
    html = clock(table, left=1)
    show(hall, table, html, 2)
    sounds(table, 1)
    show(hall, table, html + "<p>再来一帧</p>", 3)
    runs_out(table)
    assert table.evaluate("window.sounded") == 1
    # A minute was added, and that is up too.
    began = int(html.partition('data-began="')[2].partition('"')[0])
    gone = int(
        table.evaluate(
            "began => Date.now() + document.querySelector('[data-live]').ahead - began", began
        )
    )
    show(hall, table, clock(table, left=0, began=began, allowed=gone // 1000 + 2), 4)
    sounds(table, 2)


def test_the_wish_is_kept_on_this_device_until_it_is_taken_back(hall: Hall, table: Page) -> None:
    button(table).click()
    table.reload()
    expect(button(table)).to_have_attribute("aria-pressed", "true")
    table.evaluate(COUNT)
    # The first touch after that lets the page sound.
    table.mouse.click(5, 5)
    show(hall, table, clock(table, left=2), 1)
    sounds(table, 1)
    button(table).click()
    show(hall, table, clock(table, left=1), 2)
    runs_out(table)
    assert table.evaluate("window.sounded") == 1
    table.reload()
    expect(button(table)).to_have_attribute("aria-pressed", "false")
