"""What neighbours press on their phones."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.e2e.people import pass_by_code
from tests.e2e.pictures import photo
from tests.e2e.tour.guide import Guide, Led
from tests.e2e.words import zh

NEWCOMER = "13912340099"


def raises(guide: Guide, led: Led) -> None:
    person = led.person
    led.press_until("提交")
    person.fill(zh("What is the matter?"), "大槐树下的石凳翘起来了，坐不稳。")
    person.show([photo("one.jpg", shade=40), photo("two.jpg", shade=200)])
    led.press()
    pass_by_code(person, NEWCOMER, button="Confirm and send")
    person.page.wait_for_url(re.compile("/receipt/"))
    person.reads(zh("We have it. Thank you for speaking up."))
    expect(person.page.locator(".photos img")).to_have_count(2)
    person.press(zh("See how it goes"))
    expect(person.page).to_have_url(re.compile(r"/issues/ZJD-\d{4}-\d+/$"))
    person.reads("大槐树下的石凳翘起来了")


def has_the_last_word(guide: Guide, led: Led) -> None:
    person = led.person
    led.press_until("解决了吗？说一声")
    led.press()
    reference = re.search(r"ZJD-\d{4}-\d+", person.page.url)
    led.press_all()
    person.page.wait_for_load_state()
    assert reference is not None
    person.go(f"/issues/{reference[0]}/")
    for level in ("grid", "community", "department"):
        expect(person.page.locator(".chain", has_text=zh(level)).first).to_be_visible()
    expect(person.page.locator(".chain")).to_contain_text(zh("has it now"))
    person.reads("王晓燕")
    expect(person.page.get_by_text("解决了吗？说一声")).to_have_count(0)


def is_counted(guide: Guide, led: Led) -> None:
    person = led.person
    led.press_until("我家也遇到")
    before = counted(person.page.locator("main").inner_text())
    led.press()
    person.page.wait_for_load_state()
    led.press_all()
    person.reads("门洞里两袋硬水泥挡路")
    person.page.get_by_role("link", name="门洞里两袋硬水泥挡路").first.click()
    expect(person.page.locator("main")).to_contain_text(f"{before + 1} 位邻居说：我家也遇到")


def counted(text: str) -> int:
    found = re.search(r"(\d+) 位邻居说：我家也遇到", text)
    return int(found[1]) if found else 0


def follows_the_call(guide: Guide, led: Led) -> None:
    led.press_all()
    led.person.reads("花钱少，天天有人用")
    led.person.reads("摆两张石桌，能下棋能择菜")
    led.person.reads("居民说：解决了")
    expect(led.person.page.get_by_role("link", name="我有个点子")).to_be_visible()


def keeps_contacts(guide: Guide, led: Led) -> None:
    led.press_all()
    led.person.reads("小阮蔬菜")
    led.person.reads("门口的路灯晚上十点就灭了")
    expect(led.person.page.get_by_role("link", name="作为事项反映").first).to_be_visible()
