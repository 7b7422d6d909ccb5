"""What community, street, departments and administrators press at their desks."""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from tests.e2e.pictures import photo
from tests.e2e.tour.guide import PANEL, Guide, Led
from tests.e2e.words import zh


def sends_on(guide: Guide, led: Led) -> None:
    person = led.person
    led.press_until("`u`")
    # It was open already as the first one: what was pressed draws it anew.
    person.page.wait_for_url("**case=**")
    why = person.page.get_by_role("region", name=zh("Why it came here"))
    expect(why).to_contain_text("要动维修资金，网格没有")
    expect(why).to_contain_text("捆了一道绳")
    led.press()
    panel = person.page.locator(PANEL)
    expect(panel).to_be_visible()
    person.fill(zh("Why it cannot be settled here"), "要请专业队来焊。")
    person.fill(zh("What was tried here"), "绳子又紧了一道。")
    led.press_all()


def names_the_lead(guide: Guide, led: Led) -> None:
    led.press(among=led.person.page.locator("#acts"))
    panel = led.person.page.locator(PANEL)
    expect(panel.get_by_role("radio").first).to_be_attached()
    expect(panel).to_contain_text(zh("Who joins"))


def promises_and_delivers(guide: Guide, led: Led) -> None:
    person = led.person
    acts = person.page.locator("#acts")
    led.press_until("承诺办理")
    led.press(among=acts)
    due = timezone.localtime() + timedelta(days=2)
    person.fill(zh("What will be done"), "焊好雨搭")
    person.page.get_by_label(zh("By when")).first.fill(f"{due:%Y-%m-%dT17:00}")
    person.press(zh("Promise it"), among=person.page.locator(PANEL))
    person.reads(zh("Promised; the resident will be told the date."))
    led.press(among=acts)
    person.show([photo("after.jpg", shade=120)])
    expect(person.page.locator(PANEL)).to_contain_text(zh("Money spent, in yuan"))


def sees_what_is_late(guide: Guide, led: Led) -> None:
    led.press_all()
    expect(led.person.page.locator("main")).to_contain_text(re.compile("超时"))


def administers(guide: Guide, led: Led) -> None:
    person = led.person
    led.press_all()
    person.reads("现在还不会变动任何数据")
    for name in ("导入单位", "再导入楼栋和议事地点", "最后导入任职"):
        person.reads(name)
    person.go("/admin/")
    expect(person.page.get_by_role("link", name="打印海报")).to_be_visible()
