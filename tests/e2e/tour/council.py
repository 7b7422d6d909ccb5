"""What is pressed around a sitting: before, at the table, on a phone, afterwards."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from council.models import AgendaItem, Candidacy, Meeting
from tests.e2e import sitting
from tests.e2e.people import TABLET
from tests.e2e.tour.guide import Guide, Led, be
from tests.e2e.words import zh

MEMBERS = ("孙玉珍", "李建民", "邱桂荣", "杜春生")


def seconds(guide: Guide, led: Led) -> None:
    person = led.person
    led.press_until("丁德福")
    for name in ("刘建国", "孙玉珍", "张桂兰"):
        person.reads(name)
    person.reads("公示中")
    led.press_all()
    person.press("附议", among=person.page.locator("main form"))
    person.page.wait_for_load_state()
    assert Candidacy.objects.get(name="丁德福").state == "seconded"
    staff = guide.visit(TABLET)
    be(staff, "陈静")
    staff.go("/councils/")
    staff.press("第一网格议事会")
    staff.reads("丁德福")


def rehearses(guide: Guide, led: Led) -> None:
    person = led.person
    led.press_until("开会")
    person.page.locator("#presence").click()
    names = person.page.locator(".names button[aria-pressed]")
    expect(names).to_have_count(9)
    for at in range(6):
        names.nth(at).click()
        expect(names.nth(at)).to_have_attribute("aria-pressed", "true")
    person.page.locator("#presence").click()
    presses_next(led, times=2)
    expect(person.page.locator("[data-part=item]")).to_contain_text("上次说的办得怎么样")
    assert Meeting.objects.filter(rehearsal=True).count() == 1


def comes_to_the_table(guide: Guide, led: Led) -> None:
    person = led.person
    led.press_all()
    expect(person.page.locator(".next-act")).to_be_visible()
    person.page.locator("#presence").click()
    person.reads("刘建国")
    code = Meeting.objects.get(state="called", title__contains="大家的事大家商量").code
    assert len(code) == 6
    guide.kept["code"] = code
    person.reads(code)


def joins_by_code(guide: Guide, led: Led) -> None:
    person = led.person
    led.press()
    person.fill("会场上的报到码", guide.kept["code"])
    led.press_all()
    expect(person.page.locator("[data-own]")).to_have_attribute("data-own", re.compile("h"))


def runs_it_alone(guide: Guide, led: Led) -> None:
    """Four names by tap, a motion and its vote by hands, the decision, the close, the minutes."""
    table = led.person
    led.press_until("开会")
    table.page.locator("#presence").click()
    for name in MEMBERS:
        button = table.page.get_by_role("button", name=name, exact=True)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
    table.page.locator("#presence").click()
    presses_next(led, times=2)
    sitting.moves(table, "十二点前留着小门，门卫记一笔。")
    sitting.opens_vote(table, zh("by show of hands"), MEMBERS[:2])
    sitting.counts(table, yes=1 + len(MEMBERS))
    sitting.decides(table, zh("only noted"))
    presses_next(led)
    for _item in items_left():
        sitting.next_act(table, "begin this item")
        sitting.next_act(table, "end this item")
    led.press_all()
    table.reads("十二点前留着小门，门卫记一笔。")
    expect(table.page.get_by_role("link", name=zh("Finish them"))).to_be_visible()


def presses_next(led: Led, *, times: int = 1) -> None:
    """The one act at the right edge, once it is the word that comes."""
    for _time in range(times):
        led.press(among=led.person.page.locator(".next-act"))


def items_left() -> list[AgendaItem]:
    """Of the real one: a rehearsal may run beside it."""
    rows = AgendaItem.objects.filter(meeting__state="open", meeting__rehearsal=False)
    return list(rows.filter(state="waiting"))


def reads_minutes(guide: Guide, led: Led) -> None:
    person = led.person
    led.press_all()
    person.reads("余款先用于三处屋面防水")
    person.reads("记名")
    person.reads("举手")
    paper = person.page.get_by_role("link", name="PDF").get_attribute("href")
    assert paper is not None
    person.page.get_by_role("link", name=re.compile("账本条目")).click()
    expect(person.page).to_have_url(re.compile("/record/entries/"))
