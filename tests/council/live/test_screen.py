"""static/js/live.js in a browser: the screen is true again soon, and loses nothing typed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from accounts.models import User
from tests.council.live.conftest import Hall
from tests.council.live.front import EVERYTHING, SILENT, STREAMS, Front, front_before
from tests.e2e.people import Person, walk_in
from tests.harness.waiting import wait_until

pytestmark = pytest.mark.processes
# The version that the page has taken, told by the event that it sends itself.
WATCH = """
document.addEventListener('DOMContentLoaded', () => {
  window.seen = [];
  const root = document.querySelector('[data-live]');
  if (root) root.addEventListener('live', event => window.seen.push(event.detail.version));
});
"""
# A page that may be hidden, and counts what it asks for.
COUNT = """
window.asked = 0;
Object.defineProperty(document, 'hidden', { get: () => !!window.away });
const Line = EventSource, send = XMLHttpRequest.prototype.send;
window.EventSource = function (url) { window.asked += 1; return new Line(url); };
XMLHttpRequest.prototype.send = function () { window.asked += 1; send.call(this); };
"""
ROOT = "[data-live]"


@pytest.fixture
def front(hall: Hall) -> Iterator[Front]:
    with front_before(hall.site.url) as made:
        yield made


@pytest.fixture
def phone(hall: Hall, front: Front, browser: Browser) -> Iterator[Page]:
    yield from opened(browser, front, hall.member(), f"/sittings/{hall.meeting.uid}/phone/")


@pytest.fixture
def table(hall: Hall, front: Front, browser: Browser) -> Iterator[Page]:
    chair = hall.meeting.chair
    assert chair is not None
    yield from opened(browser, front, chair, f"/sittings/{hall.meeting.uid}/table/")


def opened(browser: Browser, front: Front, who: User, path: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1180, "height": 820}, locale="zh-CN")
    page = context.new_page()
    page.add_init_script(WATCH)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    walk_in(Person(page, front.url), who)
    page.goto(front.url + path)
    expect(page.locator(ROOT)).to_have_attribute("data-line", "open", timeout=20_000)
    yield page
    assert wrong == []
    context.close()


def questions(front: Front) -> int:
    """How often one frame was asked for."""
    return sum("/frame/" in path for path in front.asked)


def has(page: Page, version: int, *, seconds: float) -> None:
    page.wait_for_function(
        "version => window.seen[window.seen.length - 1] >= version",
        arg=version,
        timeout=seconds * 1000,
    )


def send(page: Page, frame: dict[str, Any]) -> None:
    """As if it had come by the stream."""
    page.evaluate(
        "frame => document.querySelector('[data-live]')"
        ".dispatchEvent(new CustomEvent('frame', { detail: frame }))",
        frame,
    )


def frame_with(hall: Hall, *, part: str, html: str, more: int = 1, now: int = 0) -> dict[str, Any]:
    return {
        "meeting": str(hall.meeting.uid),
        "version": hall.meeting.version + more,
        "now": now or 4_000_000_000_000,
        "parts": {part: html},
    }


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
        expect(phone.locator(ROOT)).to_have_attribute("data-line", "open", timeout=15_000)

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
        expect(phone.locator(ROOT)).to_have_attribute("data-line", "open", timeout=15_000)

    def test_a_hiccup_is_not_spoken_of(self, hall: Hall, phone: Page, front: Front) -> None:
        phone.evaluate(
            """() => { window.shown = 0; new MutationObserver(() => {
              window.shown += !document.querySelector('[data-live-cut]').hidden;
            }).observe(document.querySelector('[data-live-cut]'), { attributes: true }); }"""
        )
        front.cut()
        has(phone, hall.move(), seconds=15)
        expect(phone.locator(ROOT)).to_have_attribute("data-line", "open", timeout=15_000)
        assert phone.evaluate("window.shown") == 0

    def test_a_line_that_died_without_a_word_is_noticed(
        self, hall: Hall, phone: Page, front: Front
    ) -> None:
        front.breaks(SILENT)
        version = hall.move()
        expect(phone.locator(ROOT)).not_to_have_attribute("data-line", "open", timeout=60_000)
        front.mend()
        has(phone, version, seconds=15)

    def test_after_a_kill_the_screen_comes_back(
        self, hall: Hall, phone: Page, front: Front
    ) -> None:
        hall.site.process.kill()
        version = hall.move()
        expect(phone.locator("[data-live-cut]")).to_be_visible(timeout=15_000)
        hall.site = hall.live.start_web(port=int(hall.site.url.rpartition(":")[2]))
        has(phone, version, seconds=15)

    def test_a_screen_that_nobody_looks_at_for_a_minute_lets_go(
        self, hall: Hall, browser: Browser, front: Front
    ) -> None:
        context = browser.new_context()
        page = context.new_page()
        page.clock.install()
        page.add_init_script(COUNT + WATCH)
        page.goto(f"{front.url}/sittings/{hall.meeting.uid}/phone/")
        expect(page.locator(ROOT)).to_have_attribute("data-line", "open")
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


class TestWhatIsTyped:
    def test_an_older_frame_never_covers_a_newer_one(self, hall: Hall, phone: Page) -> None:
        send(phone, frame_with(hall, part="head", html="<h1>新</h1>", more=2))
        send(phone, frame_with(hall, part="head", html="<h1>旧</h1>", more=1))
        send(phone, frame_with(hall, part="head", html="<h1>早</h1>", more=2, now=1))
        expect(phone.locator("[data-part=head] h1")).to_have_text("新")

    def test_typing_is_left_alone_and_the_part_follows_after(self, hall: Hall, table: Page) -> None:
        old = '<label for="a">甲</label><input id="a" name="note"><p>旧</p>'
        send(table, frame_with(hall, part="item", html=old, more=1))
        field = table.locator("#a")
        field.press_sequentially("说到一半")
        send(table, frame_with(hall, part="item", html=old.replace("旧", "新"), more=2))
        expect(table.locator("[data-part=item] p")).to_have_text("旧")
        field.evaluate("field => field.blur()")
        expect(table.locator("[data-part=item] p")).to_have_text("新")
        expect(field).to_have_value("说到一半")

    def test_what_was_typed_is_kept_though_its_field_is_gone(self, hall: Hall, table: Page) -> None:
        send(table, frame_with(hall, part="item", html='<textarea id="a"></textarea>', more=1))
        table.locator("#a").fill("还没有记下")
        table.locator("#a").evaluate("field => field.blur()")
        send(table, frame_with(hall, part="item", html="<p>讲完了</p>", more=2))
        expect(table.locator("#a")).to_have_value("还没有记下")
        table.locator("#a").fill("")
        table.locator("#a").evaluate("field => field.blur()")
        expect(table.locator("[data-part=item] p")).to_have_text("讲完了")

    def test_the_focus_stays_on_the_same_persons_button(self, hall: Hall, table: Page) -> None:
        def row(who: str) -> str:
            return (
                '<form method="post"><input type="hidden" name="act" value="give">'
                f'<input type="hidden" name="command" value="{who}{hall.meeting.version}">'
                f'<input type="hidden" name="speech" value="{who}"><button>请</button></form>'
            )

        many = "".join(map(row, "甲乙丙"))
        send(table, frame_with(hall, part="floor", html=many, more=1))
        table.locator("[data-part=floor] button").nth(1).focus()
        send(table, frame_with(hall, part="floor", html="".join(map(row, "丁丙乙甲")), more=2))
        assert focused(table) == "乙"
        send(table, frame_with(hall, part="floor", html="".join(map(row, "丁丙甲")), more=3))
        assert table.evaluate("document.activeElement.dataset.part") == "floor"

    def test_what_stands_open_stays_open(self, hall: Hall, table: Page) -> None:
        fold = "<details><summary>以前谈过</summary><p>谈过</p></details><p>{}</p>"
        send(table, frame_with(hall, part="item", html=fold.format(1), more=1))
        table.locator("[data-part=item] summary").click()
        send(table, frame_with(hall, part="item", html=fold.format(2), more=2))
        expect(table.locator("[data-part=item] details")).to_have_attribute("open", "")

    def test_a_part_with_a_command_on_its_way_waits_for_the_answer(
        self, hall: Hall, table: Page, front: Front
    ) -> None:
        form = (
            f'<form method="post" action="/sittings/{hall.meeting.uid}/do/" data-command>'
            '<input type="hidden" name="act" value="nonsense"><button>送</button></form><p>旧</p>'
        )
        send(table, frame_with(hall, part="item", html=form, more=1))
        front.breaks(SILENT)
        table.get_by_role("button", name="送").click()
        send(table, frame_with(hall, part="item", html="<p>新</p>", more=2))
        expect(table.locator("[data-part=item] p")).to_have_text("旧")
        front.mend()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.form.elements.speech.value"))


class TestClocks:
    def test_it_counts_by_the_servers_time_and_on_after_the_end(
        self, hall: Hall, browser: Browser, front: Front
    ) -> None:
        context = browser.new_context()
        page = context.new_page()
        # A device whose clock is a day off.
        page.add_init_script("const now = Date.now; Date.now = () => now() - 86400000;" + WATCH)
        page.goto(f"{front.url}/sittings/{hall.meeting.uid}/phone/")
        expect(page.locator(ROOT)).to_have_attribute("data-line", "open")
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
