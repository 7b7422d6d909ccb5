"""static/js/drafts.js in a browser: what is begun at a sitting is there again, and counts once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import Page, expect

from council.models import AgendaItem, Lease, Motion, Roll
from tests.council.live.conftest import Hall, is_followed
from tests.council.live.front import Front
from tests.council.sittings import fresh, roll_of
from tests.council.table.doing import do, moved, person_at, speaks, vote_on

pytestmark = pytest.mark.processes
FIELDS = "[data-command] textarea, [data-command] input:not([type=hidden]), [data-command] select"
# Begins whatever can be typed, counted, ticked or chosen.
BEGIN = """fields => fields.forEach((field, at) => {
  if (field.options) field.selectedIndex = field.options.length - 1;
  else if (field.type === 'radio') field.checked = true;
  else if (field.type === 'checkbox') field.checked = !field.checked;
  else field.value = { date: '2030-01-31', number: '1' }[field.type] || '写到一半' + at;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
})"""
# What stands in each, by what its form is about.
STANDS = """fields => Object.fromEntries(fields.map(field => {
  const about = [...field.form.querySelectorAll('[type=hidden]')].filter(
    one => /^(act|item|motion|vote|speech)$/.test(one.name)).map(one => one.value);
  const tick = /^(radio|checkbox)$/.test(field.type);
  return [[...about, field.name, tick ? field.value : ''].join(),
          tick ? field.checked : field.value];
}))"""


@pytest.fixture(autouse=True)
def no_device_runs_it_alone(hall: Hall) -> None:
    Lease.objects.filter(meeting=hall.meeting).delete()


def stands(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.locator(FIELDS).evaluate_all(STANDS)
    return found


def begun(page: Page, *acts: str) -> dict[str, Any]:
    """In every form of the page, those of these acts among them."""
    page.locator(FIELDS).evaluate_all(BEGIN)
    found = stands(page)
    assert {name.split(",")[0] for name in found} >= set(acts), found
    return found


def reloaded(page: Page) -> None:
    page.reload()
    is_followed(page)


def sent(page: Page, form: str, button: str) -> None:
    with page.expect_response(lambda answer: "/do/" in answer.url) as answer:
        page.locator(form).get_by_role("button", name=button).click()
    assert answer.value.status == 200


class TestBegun:
    """In each form that there is, of the table and of the phone."""

    def is_kept(self, page: Page, front: Front, *acts: str) -> None:
        path = page.url
        typed = begun(page, *acts)
        reloaded(page)
        assert stands(page) == typed
        # Gone elsewhere, to another language, and back.
        page.goto(f"{front.url}/")
        page.get_by_role("button", name="English").first.click()
        expect(page.locator("html")).to_have_attribute("lang", "en")
        page.goto(path)
        is_followed(page)
        assert stands(page) == typed
        page.goto(f"{front.url}/")
        page.get_by_role("button", name="中文").first.click()
        expect(page.locator("html")).to_have_attribute("lang", "zh-hans")
        page.goto(path)
        page.goto(f"{front.url}/")
        page.go_back()
        is_followed(page)
        assert stands(page) == typed

    @pytest.fixture
    def motion(self, hall: Hall) -> Callable[[], Motion]:
        return lambda: moved(hall.meeting, now=timezone.now(), roll=roll_of(hall.meeting)[1].uid)

    def test_of_the_table(
        self, hall: Hall, table: Page, front: Front, motion: Callable[[], Motion]
    ) -> None:
        speaks(hall.meeting, roll_of(hall.meeting)[2], now=timezone.now())
        reloaded(table)
        acts = ("note_speech", "note_item", "ask_floor", "postpone_item", "recuse", "walk_in")
        self.is_kept(table, front, "move", "adopt", "add_item", "apologise", *acts)
        do(hall.meeting, "end_speech", now=timezone.now())
        row = motion()
        reloaded(table)
        self.is_kept(table, front, "amend", "open_vote")
        vote = vote_on(hall.meeting, row, now=timezone.now())
        reloaded(table)
        self.is_kept(table, front, "count_hands", "void_vote")
        do(hall.meeting, "void_vote", vote=vote.uid, reason="重来", now=timezone.now())
        do(hall.meeting, "withdraw_motion", motion=row.uid, now=timezone.now())

    def test_of_the_phone(
        self, hall: Hall, phone: Page, front: Front, motion: Callable[[], Motion]
    ) -> None:
        self.is_kept(phone, front, "move", "recuse")
        row = motion()
        reloaded(phone)
        self.is_kept(phone, front, "amend")
        do(hall.meeting, "withdraw_motion", motion=row.uid, now=timezone.now())


class TestSent:
    def test_what_arrived_does_not_come_back(self, hall: Hall, table: Page) -> None:
        table.locator("#add-fold > summary").click()
        table.locator("#add-title").fill("楼道杂物")
        sent(table, "#add-fold", "加上")
        expect(table.locator("#add-title")).to_have_value("")
        reloaded(table)
        expect(table.locator("#add-title")).to_have_value("")
        assert AgendaItem.objects.filter(meeting=hall.meeting, title="楼道杂物").count() == 1

    def test_what_is_refused_stays(self, hall: Hall, table: Page) -> None:
        table.locator("#more-fold > summary").click()
        form = table.locator("form").filter(has=table.locator("[name=until]")).first
        form.locator("[name=until]").fill("2020-01-31")
        form.get_by_role("button").click()
        expect(table.locator("[data-command-error]")).to_be_visible()
        reloaded(table)
        expect(table.locator("[name=until]").first).to_have_value("2020-01-31")

    def test_what_arrived_unanswered_counts_once_though_the_page_was_loaded_again(
        self, hall: Hall, table: Page
    ) -> None:
        """The line is cut on the way back."""
        table.route("**/do/", lambda route: (route.fetch(), route.abort()))
        table.locator("#presence").click()
        table.locator("#walk-in-name").fill("老王")
        table.locator("form.walk-in").get_by_role("button").click()
        expect(table.locator("[data-command-error]")).to_be_visible()
        table.unroute("**/do/")
        reloaded(table)
        table.locator("#presence").click()
        expect(table.locator("#walk-in-name")).to_have_value("老王")
        sent(table, "form.walk-in", "记下")
        expect(table.locator("#walk-in-name")).to_have_value("")
        assert Roll.objects.filter(meeting=hall.meeting, name="老王").count() == 1

    def test_it_counts_once_though_the_phone_tells_late_that_the_field_was_left(
        self, hall: Hall, table: Page
    ) -> None:
        """Safari says `change` only when something else is touched after the press."""
        table.route("**/do/", lambda route: (route.fetch(), route.abort()))
        table.locator("#presence").click()
        name, button = table.locator("#walk-in-name"), table.locator("form.walk-in button")
        name.fill("老孙")
        button.last.click()
        expect(table.locator("[data-command-error]")).to_be_visible()
        table.unroute("**/do/")
        name.dispatch_event("change")
        sent(table, "form.walk-in", "记下")
        assert Roll.objects.filter(meeting=hall.meeting, name="老孙").count() == 1

    def test_what_somebody_else_wrote_meanwhile_stays_above_what_was_begun(
        self, hall: Hall, table: Page
    ) -> None:
        table.locator("#note-fold > summary").click()
        note = table.locator("#note-item")
        note.fill("先说到一半")
        item = AgendaItem.objects.filter(meeting=hall.meeting).order_by("position")[0]
        table.goto("about:blank")
        do(hall.meeting, "note_item", item=item.uid, note="记录员写全了", now=timezone.now())
        table.go_back()
        is_followed(table)
        expect(note).to_have_value("记录员写全了\n先说到一半")

    def test_what_is_typed_while_it_is_on_its_way_stays(self, hall: Hall, table: Page) -> None:
        waits: list[Any] = []

        def hold(route: Any) -> None:
            waits.append(route)

        table.route("**/do/", hold)
        table.locator("#note-fold > summary").click()
        table.locator("#note-item").fill("何平说")
        table.locator("#note-fold").get_by_role("button").click()
        expect(table.locator("#note-fold form")).to_have_class("command stack is-sending")
        table.locator("#note-item").fill("何平说，先清淤")
        waits[0].continue_()
        expect(table.locator("#note-fold form")).to_have_class("command stack")
        expect(table.locator("#note-item")).to_have_value("何平说，先清淤")
        reloaded(table)
        expect(table.locator("#note-item")).to_have_value("何平说，先清淤")


@pytest.mark.parametrize("frames", [1, 2])
def test_what_was_meant_for_one_item_is_not_put_to_another(
    hall: Hall, table: Page, frames: int
) -> None:
    """Whether the screen saw that there was no item in between, or the next one at once."""
    now = timezone.now()
    do(hall.meeting, "add_item", uid=uuid4(), title="电动车充电", now=now)
    table.locator("#move-fold").evaluate("fold => { fold.open = true }")
    table.locator("#move-text").fill("清淤一次")
    table.evaluate("document.activeElement.blur()")
    with transaction.atomic() if frames == 1 else nullcontext():
        do(hall.meeting, "end_item", now=now)
        if frames == 2:
            expect(table.locator(".is-left [name=text]")).to_have_value("清淤一次")
        do(hall.meeting, "start_item", now=now)
    hall.meeting = fresh(hall.meeting)
    left = table.locator(".is-left")
    expect(left.locator("[name=text]")).to_have_value("清淤一次")
    left.get_by_role("button").click()
    expect(table.locator("[data-command-error]")).to_be_visible()
    assert not Motion.objects.filter(item__meeting=hall.meeting, text="清淤一次").exists()


def test_nobody_else_finds_it(hall: Hall, phone: Page, front: Front) -> None:
    """Whoever signs out takes it with them."""
    begun(phone, "move")
    keys = "Object.keys(localStorage).filter(key => key.startsWith('draft:'))"
    assert phone.evaluate(keys)
    assert person_at(hall.meeting, 0)
    phone.goto(f"{front.url}/me/")
    phone.get_by_role("button", name="退出").first.click()
    phone.wait_for_load_state()
    assert phone.evaluate(keys) == []
