"""What the workers of a grid press on their tablets."""

from __future__ import annotations

import re
from datetime import timedelta

from django.db.models import F
from playwright.sync_api import expect

from issues.enums.turns import Level
from issues.models import Deadline, Issue
from tests.e2e.tour.guide import PANEL, Guide, Led
from tests.e2e.words import zh
from tests.harness.waiting import wait_until


def takes_in_answers_and_classes(guide: Guide, led: Led) -> None:
    person = led.person
    person.page.locator("[data-row]").first.click()
    acts = person.page.locator("#acts")
    led.press(among=acts)
    person.reads("已签收")
    led.press(among=acts)
    person.fill(zh("What you tell the resident"), "明天上午带锯来看。")
    person.press(zh("Send the answer"))
    person.reads(zh("Your answer is written down; the resident will be told."))
    led.press(among=acts)
    for matter_class in ("小事好商量", "急事快商量", "难事多商量", "大事必商量"):
        expect(person.page.locator(f"{PANEL} label", has_text=matter_class)).to_be_visible()
    expect(person.page.locator(PANEL)).to_contain_text("个工作日")


def publishes_without_the_door(guide: Guide, led: Led) -> None:
    person, original = led.person, "2单元402"
    led.press_until("公开")
    panel = person.page.locator(PANEL)
    expect(panel).to_contain_text(original)
    expect(person.page.get_by_label(zh("Words for everyone"))).not_to_have_value(
        re.compile(original)
    )
    person.fill(zh("Title for everyone"), "楼道拐弯堆了杂物")
    led.press(among=panel)
    person.reads("已公开")


def watches_it_go_up(guide: Guide, led: Led) -> None:
    """The minute itself is not waited for: the clock of that matter is moved back by it."""
    person = led.person
    led.press_all()
    said = person.page.locator("main, [role=status], .messages").get_by_text(
        re.compile(r"ZJD-\d{4}-\d+")
    )
    reference = re.search(r"ZJD-\d{4}-\d+", said.first.inner_text())
    assert reference is not None
    issue = Issue.objects.get(reference=reference[0])
    assert issue.grid.code == "ZJD-2"
    person.go("/desk/")
    person.reads(issue.text[:10])
    minute = timedelta(minutes=1)
    Deadline.objects.running().filter(issue=issue).update(
        due_at=F("due_at") - minute, wake_at=F("wake_at") - minute
    )
    wait_until(lambda: Issue.objects.get(pk=issue.pk).level == Level.COMMUNITY, what="it goes up")
    person.go(f"/issues/{issue.reference}/")
    expect(person.page.locator(".chain")).to_contain_text("没按时签收，转到上一级")
