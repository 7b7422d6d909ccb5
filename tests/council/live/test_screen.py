"""static/js/live.js in a browser: the screen is true again soon, and its clocks count."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.council.live.conftest import ROOT, WATCH, Hall, is_followed
from tests.council.live.front import EVERYTHING, SILENT, STREAMS, Front
from tests.council.live.screens import frame_with, has, send
from tests.harness.common_site import Common
from tests.harness.waiting import wait_until

pytestmark = pytest.mark.processes
# A page that may be hidden, and counts what it asks for.
COUNT = """
window.asked = 0;
Object.defineProperty(document, 'hidden', { get: () => !!window.away });
const Line = EventSource, send = XMLHttpRequest.prototype.send;
window.EventSource = function (url) { window.asked += 1; return new Line(url); };
XMLHttpRequest.prototype.send = function () { window.asked += 1; send.call(this); };
"""


def questions(front: Front) -> int:
    """How often one frame was asked for."""
    return sum("/frame/" in path for path in front.asked)


class TestTheLine:
    def test_a_change_is_on_the_screen_at_once(self, hall: Hall, phone: Page) -> None:
        has(phone, hall.move(), seconds=10)

    def test_while_no_stream_comes_through_the_page_asks(
        self, hall: Hall, phone: Page, front: Front
    ) -> None:
        """A stream that is tried again and again must not put off the questions."""
        front.breaks(STREAMS)
        for _ in range(3):
            has(phone, hall.move(), seconds=15)
        assert sum("/frame/" not in path for path in front.asked) >= 2, "it tries again meanwhile"
        expect(phone.locator(ROOT)).to_have_attribute("data-line", "asking")
        expect(phone.locator("[data-live-cut]")).to_be_hidden()
        front.mend()
        is_followed(phone)

    def test_after_forty_seconds_of_502_it_is_true_within_seconds(
        self, hall: Hall, phone: Page, front: Front
    ) -> None:
        front.breaks(EVERYTHING)
        version = hall.move()
        expect(phone.locator("[data-live-cut]")).to_be_visible(timeout=10_000)
        expect(phone.locator(ROOT)).to_have_attribute("data-line", "cut")
        # Eight questions at least five seconds apart.
        wait_until(lambda: questions(front) >= 8, seconds=90, what="eight questions")
        tries = sum(path.startswith("/live/") for path in front.asked) - questions(front)
        assert 6 <= tries <= 30, "a stream is tried every few seconds"
        front.mend()
        has(phone, version, seconds=15)
        expect(phone.locator("[data-live-cut]")).to_be_hidden(timeout=15_000)
        is_followed(phone)

    def test_a_hiccup_is_not_spoken_of(self, hall: Hall, phone: Page, front: Front) -> None:
        phone.evaluate(
            """() => { window.shown = 0; new MutationObserver(() => {
              window.shown += !document.querySelector('[data-live-cut]').hidden;
            }).observe(document.querySelector('[data-live-cut]'), { attributes: true }); }"""
        )
        front.cut()
        has(phone, hall.move(), seconds=15)
        is_followed(phone)
        assert phone.evaluate("window.shown") == 0

    def test_a_line_that_died_without_a_word_is_noticed(
        self, hall: Hall, phone: Page, front: Front
    ) -> None:
        front.breaks(SILENT)
        version = hall.move()
        expect(phone.locator(ROOT)).not_to_have_attribute("data-line", "open", timeout=60_000)
        front.mend()
        has(phone, version, seconds=15)

    def test_after_a_kill_the_next_server_tells_all_and_the_screen_comes_back(
        self, hall: Hall, phone: Page, front: Front, common_site: Common
    ) -> None:
        stream = hall.stream(hall.member())
        hall.site.process.kill()
        wait_until(lambda: stream.has_ended, what="the end of a stream")
        version = hall.move()
        expect(phone.locator("[data-live-cut]")).to_be_visible(timeout=15_000)
        common_site.serve_again()
        has(phone, version, seconds=15)
        again = hall.stream(hall.member())
        again.wait_for(version)
        again.close()

    def test_a_screen_that_nobody_looks_at_for_a_minute_lets_go(
        self, hall: Hall, browser: Browser, front: Front
    ) -> None:
        context = browser.new_context()
        page = context.new_page()
        page.clock.install()
        page.add_init_script(COUNT + WATCH)
        page.goto(f"{front.url}/sittings/{hall.meeting.uid}/phone/")
        is_followed(page)
        look = (
            "away => { window.away = away; document.dispatchEvent(new Event('visibilitychange')) }"
        )
        page.evaluate(look, True)
        page.clock.run_for(70_000)
        asked, version = page.evaluate("window.asked"), hall.move()
        page.clock.run_for(20_000)
        assert page.evaluate("window.asked") == asked
        page.evaluate(look, False)
        has(page, version, seconds=15)
        context.close()


class TestFrames:
    def test_an_older_frame_never_covers_a_newer_one(self, hall: Hall, phone: Page) -> None:
        send(phone, frame_with(hall, part="head", html="<h1>新</h1>", more=2))
        send(phone, frame_with(hall, part="head", html="<h1>旧</h1>", more=1))
        send(phone, frame_with(hall, part="head", html="<h1>早</h1>", more=2, now=1))
        expect(phone.locator("[data-part=head] h1")).to_have_text("新")


class TestClocks:
    def test_it_counts_by_the_servers_time_and_on_after_the_end(
        self, hall: Hall, browser: Browser, front: Front
    ) -> None:
        context = browser.new_context()
        page = context.new_page()
        # A device whose clock is a day off.
        page.add_init_script("const now = Date.now; Date.now = () => now() - 86400000;" + WATCH)
        page.goto(f"{front.url}/sittings/{hall.meeting.uid}/phone/")
        is_followed(page)
        ago = page.evaluate("Date.now() + 86400000")
        clocks = {
            "fresh": (ago - 10_000, "", 0, 120, r"1:(49|50|4\d)"),
            "near": (ago - 100_000, "", 0, 120, r"0:(20|1\d)"),
            "over": (ago - 125_000, "", 0, 120, r"\+0:[0-2]\d"),
            "held": (ago - 500_000, ago - 440_000, 0, 120, "1:00"),
            "paused": (ago - 100_000, ago, 40, 120, "1:00"),
        }
        html = "".join(
            f'<p id="{name}" data-clock data-began="{began}" data-held="{held}"'
            f' data-paused="{paused}" data-allowed="{allowed}">–</p>'
            for name, (began, held, paused, allowed, _told) in clocks.items()
        )
        now = int(page.evaluate("Date.now() + 86400000"))
        send(page, frame_with(hall, part="head", html=html, now=now))
        for name, (*_rest, told) in clocks.items():
            expect(page.locator(f"#{name}")).to_have_text(pattern(told))
        expect(page.locator("#near")).to_have_class("is-near")
        expect(page.locator("#over")).to_have_class("is-over")
        context.close()


def pattern(told: str) -> Any:
    import re

    return re.compile(f"^{told}$")
