"""Two tablets at one table: each is told at once which of them runs it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page, expect

from council.models import Lease
from tests.council.live.conftest import Hall, opened
from tests.council.live.front import Front
from tests.council.live.watching import asked, cookie_of
from tests.e2e.words import zh

pytestmark = pytest.mark.processes
# Within the frame that comes of it.
SOON = 5_000


def run_from_here(page: Page) -> None:
    page.get_by_role("button", name=zh("Run it from here")).click()


def test_a_take_over_is_told_to_both_at_once(
    hall: Hall, table: Page, front: Front, browser: Browser
) -> None:
    meeting = hall.meeting
    assert meeting.chair
    assert meeting.recorder
    run_from_here(table)
    expect(table.locator(".next-row")).to_be_visible(timeout=SOON)
    for other in opened(browser, front, meeting.recorder, f"/sittings/{meeting.uid}/table/"):
        expect(other.locator(".other-table")).to_contain_text(str(meeting.chair))
        expect(other.locator(".next-row")).to_be_hidden()
        typed = table.locator("#walk-in-name")
        table.locator("#presence").click()
        typed.fill("路过的王五")
        run_from_here(other)
        expect(other.locator(".other-table")).to_be_hidden(timeout=SOON)
        expect(other.locator(".next-row")).to_be_visible()
        expect(table.locator(".other-table")).to_contain_text(str(meeting.recorder), timeout=SOON)
        expect(table.locator(".next-row")).to_be_hidden()
        expect(typed).to_have_value("路过的王五")
        run_from_here(table)
        expect(other.locator(".other-table")).to_contain_text(str(meeting.chair), timeout=SOON)


def test_what_is_told_of_a_device_is_no_part_of_a_session(hall: Hall) -> None:
    answer = asked(hall.address("table", frame=True), cookie_of(hall.meeting.chair))
    frame = json.loads(answer.read())
    device = Lease.objects.get(meeting=hall.meeting).device
    assert "data-holder-mark" in frame["parts"]["holder"]
    assert not any(device in html for html in frame["parts"].values())


def test_ones_own_letters_come_to_oneself_alone(hall: Hall) -> None:
    member = hall.member(0)
    for who, own in ((member, "hm"), (None, "")):
        answer = asked(hall.address(frame=True), cookie_of(who))
        frame = json.loads(answer.read())
        assert frame["own"] == own
        assert not any(str(line.uid) in str(frame) for line in hall.meeting.roll.all())
