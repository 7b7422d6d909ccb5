"""The agenda is ordered by mouse, by finger, by keys and by buttons: one request each."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, expect

from council.models import AgendaItem, Council, Meeting
from tests.council.sittings import a_council, a_draft
from tests.e2e.conftest import Town
from tests.e2e.people import DESKTOP, PHONE, Person, visits, walk_in

ITEMS = ("甲", "乙", "丙", "丁")


@pytest.fixture(scope="module")
def council(town: Town) -> Council:
    return a_council(town.world)


@pytest.fixture
def meeting(town: Town, council: Council) -> Meeting:
    now = timezone.now()
    ahead = timedelta(days=2 + Meeting.objects.count())
    return a_draft(town.world, council, now=now, starts_at=now + ahead, items=ITEMS)


def titles(meeting: Meeting) -> str:
    items = AgendaItem.objects.filter(meeting=meeting).order_by("position")
    return "".join(items.values_list("title", flat=True))


def shown(person: Person) -> str:
    rows = person.page.locator(".order-row").evaluate_all("rows => rows.map(r => r.dataset.title)")
    return "".join(rows)


def opened(person: Person, town: Town, meeting: Meeting) -> None:
    walk_in(person, town.world.grid_worker)
    person.go(f"/sittings/{meeting.uid}/agenda/")


def saved(person: Person, meeting: Meeting) -> None:
    sent = []
    person.page.on("request", lambda one: sent.append(one.url) if one.method == "POST" else None)
    person.page.locator(".button-next").click()
    person.page.wait_for_url(f"**/sittings/{meeting.uid}/#agenda")
    assert len(sent) == 1


def test_by_mouse(town: Town, browser: Browser, meeting: Meeting) -> None:
    with visits(browser, town.url) as visit:
        worker = visit(DESKTOP)
        opened(worker, town, meeting)
        mouse, grips = worker.page.mouse, worker.page.locator(".grip")
        last, first = grips.nth(3).bounding_box(), grips.nth(0).bounding_box()
        assert last is not None
        assert first is not None
        mouse.move(last["x"] + 20, last["y"] + 20)
        mouse.down()
        mouse.move(last["x"] + 20, last["y"] - 60, steps=5)
        mouse.move(first["x"] + 20, first["y"] - 10, steps=8)
        mouse.up()
        assert shown(worker) == "丁甲乙丙"
        saved(worker, meeting)
    assert titles(meeting) == "丁甲乙丙"


def test_by_finger(town: Town, browser: Browser, meeting: Meeting) -> None:
    with visits(browser, town.url) as visit:
        worker = visit(PHONE)
        opened(worker, town, meeting)
        box = worker.page.locator(".grip").nth(0).bounding_box()
        below = worker.page.locator(".order-row").nth(1).bounding_box()
        assert box is not None
        assert below is not None
        touch = worker.page.context.new_cdp_session(worker.page)
        x, y = box["x"] + 20, box["y"] + 20
        to = below["y"] + below["height"] - 4

        def finger(kind: str, at: float | None) -> None:
            points = [] if at is None else [{"x": x, "y": at}]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

        finger("touchStart", y)
        for part in range(1, 6):
            finger("touchMove", y + (to - y) * part / 5)
        finger("touchEnd", None)
        assert shown(worker) == "乙甲丙丁"
        saved(worker, meeting)
    assert titles(meeting) == "乙甲丙丁"


def test_by_keys_with_the_focus_and_the_voice_on_it(
    town: Town, browser: Browser, meeting: Meeting
) -> None:
    with visits(browser, town.url) as visit:
        worker = visit(DESKTOP)
        opened(worker, town, meeting)
        grip = worker.page.locator(".grip").nth(0)
        grip.focus()
        for _press in range(2):
            worker.page.keyboard.press("ArrowDown")
        expect(worker.page.locator("#live")).to_contain_text("3")
        expect(worker.page.locator("#live")).to_contain_text("甲")
        focus = worker.page.evaluate("document.activeElement.closest('li').dataset.title")
        assert focus == "甲"
        worker.page.keyboard.press("ArrowUp")
        assert shown(worker) == "乙甲丙丁"
        saved(worker, meeting)
    assert titles(meeting) == "乙甲丙丁"


def test_by_buttons_without_a_script(town: Town, browser: Browser, meeting: Meeting) -> None:
    with visits(browser, town.url) as visit:
        worker = visit(PHONE, script=False)
        opened(worker, town, meeting)
        expect(worker.page.locator(".grip").first).to_be_hidden()
        worker.page.locator("button[value^='up:']").nth(3).click()
        expect(worker.page.locator(".order-row").nth(2)).to_contain_text("丁")
    assert titles(meeting) == "甲乙丁丙"
