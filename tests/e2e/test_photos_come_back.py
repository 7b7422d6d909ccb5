"""Photos come back like words: chosen or arrived, after loading again and in another language."""

from __future__ import annotations

import re

from django.utils import timezone
from playwright.sync_api import Browser, Locator, expect

from issues.actions.classify import classify
from issues.actions.receive import receive
from issues.enums.matter import MatterClass
from issues.models import Issue
from tests.e2e.conftest import Town
from tests.e2e.people import PHONE, TABLET, Person, pass_by_code, visits, walk_in
from tests.e2e.pictures import photo
from tests.e2e.words import zh
from tests.issues.acting import raised

NAMES_ON_THE_DEVICE = """new Promise(done => {
    const asked = indexedDB.open("shots", 1);
    asked.onsuccess = () => {
        const store = asked.result.transaction("shots").objectStore("shots"), all = store.count();
        all.onsuccess = () => done(all.result);
    };
})"""
STORY = "楼前的下水井盖缺了一块，孩子容易踩空。"


def chosen(person: Person) -> Locator:
    return person.page.locator(".photos-picked img")


def arrived(person: Person) -> Locator:
    return person.page.locator("[data-kept-photos] img")


def in_other_language_and_back(person: Person) -> None:
    person.page.get_by_role("button", name="English", exact=True).click()
    expect(person.page.locator("html")).to_have_attribute("lang", "en")
    person.page.get_by_role("button", name="中文", exact=True).click()
    expect(person.page.locator("html")).to_have_attribute("lang", "zh-hans")


def test_what_a_visitor_chose_and_what_arrived_is_there_again_and_sent_once(
    town: Town, browser: Browser
) -> None:
    with visits(browser, town.url) as visit:
        visitor = visit(PHONE)
        visitor.go("/raise/")
        visitor.fill(zh("What is the matter?"), STORY)
        visitor.show([photo("one.jpg", shade=40), photo("two.jpg", shade=90)])
        expect(chosen(visitor)).to_have_count(2)
        visitor.reload()
        expect(chosen(visitor)).to_have_count(2)
        in_other_language_and_back(visitor)
        expect(chosen(visitor)).to_have_count(2)
        visitor.page.locator(".photos-picked .photo-away").first.click()
        visitor.reload()
        expect(chosen(visitor)).to_have_count(1)
        # Nothing says where: the form comes back, with the photo on the server.
        visitor.press(zh("Send"))
        expect(arrived(visitor)).to_have_count(1)
        visitor.reload()
        expect(arrived(visitor)).to_have_count(1)
        in_other_language_and_back(visitor)
        expect(arrived(visitor)).to_have_count(1)
        expect(chosen(visitor)).to_have_count(0)
        expect(arrived(visitor).first).not_to_have_js_property("naturalWidth", 0)
        visitor.show([photo("three.jpg", shade=150)])
        where = visitor.page.get_by_label(zh("Which building or place?"))
        where.select_option(str(town.world.building.pk))
        visitor.press(zh("Send"))
        pass_by_code(visitor, "13912340077", button=zh("Confirm and send"))
        visitor.reads(zh("We have it. Thank you for speaking up."))
        visitor.go("/raise/")
        expect(chosen(visitor)).to_have_count(0)
        expect(arrived(visitor)).to_have_count(0)
    assert Issue.objects.get(text=STORY).photos.count() == 2


def test_what_was_written_down_does_not_stand_in_the_next_form(
    town: Town, browser: Browser
) -> None:
    """Whoever writes down for a place of others is led back to the same form."""
    story = "路口的井盖响了一夜，请帮着问问。"
    with visits(browser, town.url) as visit:
        office = visit(TABLET)
        walk_in(office, town.world.administrator)
        office.go("/raise/")
        words = office.page.get_by_label(zh("What is the matter?"))
        words.fill(story)
        office.page.locator("#id_building").select_option(str(town.world.building.pk))
        office.page.locator("[name=contact_name]").fill("孙阿姨")
        office.page.locator("[name=contact_phone]").fill("13911112222")
        office.page.locator("[name=consent_noted]").check()
        office.page.locator("[data-photos]").set_input_files([photo("one.jpg", shade=40)])
        office.press(zh("Send"))
        expect(office.page.locator("#messages")).to_contain_text("已代为登记")
        expect(words).to_have_value("")
        expect(chosen(office)).to_have_count(0)
        office.reload()
        expect(words).to_have_value("")
    assert Issue.objects.filter(text=story).count() == 1


def test_what_is_left_out_after_it_arrived_stays_left_out(town: Town, browser: Browser) -> None:
    with visits(browser, town.url) as visit:
        resident = visit(PHONE)
        walk_in(resident, town.world.stranger)
        resident.go("/raise/")
        resident.fill(zh("What is the matter?"), STORY)
        resident.show([photo("one.jpg", shade=40), photo("two.jpg", shade=90)])
        resident.press(zh("Send"))
        expect(arrived(resident)).to_have_count(2)
        resident.page.locator("[data-kept-photos] button.photo-away").first.click()
        resident.reload()
        expect(arrived(resident)).to_have_count(1)
        resident.page.go_back()
        resident.page.go_forward()
        expect(arrived(resident)).to_have_count(1)


def test_photos_of_an_act_are_there_again_too(town: Town, browser: Browser) -> None:
    issue = raised(town.world, text="花坛的砖松了。")
    worker, now = town.world.grid_worker, timezone.now()
    receive(issue, actor=worker, now=now)
    classify(
        issue,
        actor=worker,
        now=now,
        matter_class=MatterClass.SMALL,
        category=town.world.categories["sewers"],
    )
    with visits(browser, town.url) as visit:
        desk = visit(TABLET)
        walk_in(desk, worker)
        desk.go(f"/issues/{issue.reference}/act/settle/")
        desk.page.locator("[data-photos]").set_input_files([photo("brick.jpg", shade=60)])
        expect(chosen(desk)).to_have_count(1)
        desk.reload()
        expect(chosen(desk)).to_have_count(1)
        # At the desk the form is brought by htmx.
        at = f"/desk/grid/{town.world.grid.code}/?case={issue.reference}"
        desk.opens_at_desk(zh("Settle it on the spot"), desk=at)
        expect(desk.page.locator("[data-pick]")).to_be_visible()
        desk.page.locator("[data-photos]").set_input_files([photo("b.jpg", shade=60)])
        expect(chosen(desk)).to_have_count(1)
        desk.opens_at_desk(zh("Settle it on the spot"), desk=at)
        expect(chosen(desk)).to_have_count(1)


def test_who_signs_out_leaves_no_photo_on_the_device(town: Town, browser: Browser) -> None:
    names = "() => " + NAMES_ON_THE_DEVICE
    with visits(browser, town.url) as visit:
        resident = visit(PHONE)
        walk_in(resident, town.world.resident)
        resident.go("/raise/")
        resident.show([photo("one.jpg", shade=40)])
        expect(chosen(resident)).to_have_count(1)
        resident.reload()
        assert resident.page.evaluate(names) == 1
        resident.page.locator("form[action='/sign-out/'] button:visible").first.click()
        resident.page.wait_for_url(re.compile(r"/$"))
        resident.go("/sign-in/")
        resident.page.wait_for_function(f"async () => await {NAMES_ON_THE_DEVICE} === 0")


def test_what_a_person_chose_is_gone_once_they_sign_out(town: Town, browser: Browser) -> None:
    """Not only when somebody opens a page with photos again."""
    with visits(browser, town.url) as visit:
        resident = visit(PHONE)
        walk_in(resident, town.world.resident)
        resident.go("/raise/")
        resident.fill(zh("What is the matter?"), STORY)
        resident.show([photo("one.jpg", shade=40)])
        expect(chosen(resident)).to_have_count(1)
        resident.page.wait_for_function(f"async () => await {NAMES_ON_THE_DEVICE} === 1")
        resident.page.locator("form[action='/sign-out/'] button").last.click()
        resident.reads(zh("You are signed out."))
        resident.page.wait_for_function(f"async () => await {NAMES_ON_THE_DEVICE} === 0")


def test_two_pages_with_the_same_photos_both_send_them(town: Town, browser: Browser) -> None:
    with visits(browser, town.url) as visit:
        one = visit(PHONE)
        walk_in(one, town.world.neighbour)
        one.go("/raise/")
        one.fill(zh("What is the matter?"), STORY + "甲")
        where = one.page.get_by_label(zh("Which building or place?"))
        where.select_option(str(town.world.building.pk))
        one.show([photo("one.jpg", shade=40)])
        expect(chosen(one)).to_have_count(1)
        other = Person(one.page.context.new_page(), one.site)
        other.go("/raise/")
        expect(chosen(other)).to_have_count(1)
        other.fill(zh("What is the matter?"), STORY + "乙")
        one.press(zh("Send"))
        one.reads(zh("We have it. Thank you for speaking up."))
        one.go("/raise/")
        other.press(zh("Send"))
        other.reads(zh("We have it. Thank you for speaking up."))
    assert Issue.objects.get(text=STORY + "甲").photos.count() == 1
    assert Issue.objects.get(text=STORY + "乙").photos.count() == 1
