"""The table's line is away for five minutes while it is being pressed.

Nothing is lost and nothing doubled; it is told in words; soon after, the screen is true again. The
five minutes pass by the page's clock, not by the test's.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from urllib.parse import parse_qs

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page, Request, expect

from council.actions.presence.leave import leave
from council.enums.agenda import ItemState
from council.models import AgendaItem, Command, Presence
from tests.council.live.conftest import Hall
from tests.council.sittings import roll_of, sent
from tests.e2e.people import Person, walk_in
from tests.e2e.words import zh
from tests.harness.waiting import wait_until

pytestmark = pytest.mark.processes
ROOT = "[data-live]"
AWAY = "05:00"
SOON = 5_000
UNSENT = "That did not arrive. Press again when the line is back; it counts once."


@pytest.fixture
def table(hall: Hall, browser: Browser) -> Iterator[Page]:
    """The chair's tablet, whose clock the test can put forward."""
    context = browser.new_context(viewport={"width": 1180, "height": 820}, locale="zh-CN")
    page = context.new_page()
    page.clock.install()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    chair = hall.meeting.chair
    assert chair is not None
    walk_in(Person(page, hall.site.url), chair)
    page.goto(f"{hall.site.url}/sittings/{hall.meeting.uid}/table/")
    expect(page.locator(ROOT)).to_have_attribute("data-line", "open", timeout=20_000)
    page.locator(".other-table").get_by_role("button").click()
    expect(page.locator(".next-act")).to_be_visible()
    yield page
    assert wrong == []
    context.close()


def test_what_was_pressed_meanwhile_counts_once_and_the_screen_is_true_soon(
    hall: Hall, table: Page
) -> None:

    def is_ended() -> bool:
        return not AgendaItem.objects.filter(meeting=hall.meeting, state=ItemState.ON).exists()

    ids: list[str] = []
    table.on("request", lambda request: ids.extend(command_of(request)))
    table.locator("#presence").click()
    lines = table.locator(".names button[aria-pressed]")
    leaving = [lines.filter(has_text=name) for name in names(hall)[3:5]]
    ends = table.locator(".next-act").get_by_text(capital(zh("end this item")), exact=True)
    table.context.set_offline(True)
    presses_twice(table, *leaving)
    table.locator("#presence").click()
    presses_twice(table, ends)
    somebody_leaves(hall)
    table.clock.fast_forward(AWAY)
    expect(table.locator(ROOT)).to_have_attribute("data-line", "cut")
    expect(table.locator("[data-live-cut]")).to_be_visible()
    for button in leaving:
        expect(button).to_have_attribute("aria-pressed", "true")
    assert commands(hall) == [], "nothing came through"

    table.context.set_offline(False)
    back = time.monotonic()
    expect(table.locator("#presence")).to_contain_text("4/5", timeout=SOON)
    expect(table.locator("[data-live-cut]")).to_be_hidden(timeout=SOON)
    assert time.monotonic() - back < SOON / 1000 + 1
    presses_unless_done(ends, is_ended)
    wait_until(is_ended, what="the item has ended")
    table.locator("#presence").click()
    for button in leaving:
        presses_unless_done(button, lambda button=button: not is_there(button))
        expect(button).to_have_attribute("aria-pressed", "false", timeout=SOON)
    expect(table.locator("[data-command-error]")).to_be_hidden()
    kinds = [row.kind for row in commands(hall)]
    assert sorted(kinds) == ["end_item", "leave", "leave"]
    assert {str(row.uid) for row in commands(hall)} == set(ids), "each kept the id it was made with"
    opened = hall.meeting.opened_at
    assert opened is not None
    assert all(opened <= row.happened_at <= row.received_at for row in commands(hall))
    gone = Presence.objects.filter(roll__meeting=hall.meeting, left_at__isnull=False)
    assert gone.count() == 3


def names(hall: Hall) -> list[str]:
    return [line.call_name for line in roll_of(hall.meeting)]


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def command_of(request: Request) -> list[str]:
    if request.method != "POST" or not request.url.endswith("/do/"):
        return []
    return parse_qs(request.post_data or "").get("command", [])


def commands(hall: Hall) -> list[Command]:
    """What the chair sent by this tablet since the item began."""
    rows = Command.objects.filter(meeting=hall.meeting, actor=hall.meeting.chair)
    return list(rows.filter(kind__in=["leave", "end_item"]).order_by("seq"))


def somebody_leaves(hall: Hall) -> None:
    """By their own phone, whose line is well."""
    line = roll_of(hall.meeting)[1]
    assert line.person is not None
    leave(hall.meeting, actor=line.person, now=timezone.now(), sent=sent("phone"), roll=line.uid)


def is_there(button: Locator) -> bool:
    return button.get_attribute("aria-pressed") == "true"


def presses_twice(table: Page, *buttons: Locator) -> None:
    for button in buttons * 2:
        button.click()
        expect(table.locator("[data-command-error]")).to_have_text(zh(UNSENT))


def presses_unless_done(button: Locator, done: object) -> None:
    """As the page says: press again. Should it have sent by itself, it is not pressed."""
    assert callable(done)
    if not done():
        button.click()
