"""The pages that no longer walk comes by, each once as its user."""

from __future__ import annotations

import re

from django.utils import timezone
from playwright.sync_api import Browser, expect

from issues.actions.receive import receive
from issues.enums.stages import Stage
from issues.models import Issue
from tests.e2e.conftest import Town
from tests.e2e.people import DESKTOP, PHONE, TABLET, visits, walk_in
from tests.e2e.words import zh
from tests.issues.acting import raised
from tests.issues.staging import published
from tests.matrix.stage import to_housing, to_street


def test_a_visitor_chooses_a_grid_and_finds_a_matter(town: Town, browser: Browser) -> None:
    issue = published(town.world)
    with visits(browser, town.url) as visit:
        visitor = visit(PHONE)
        visitor.go("/")
        chooser = visitor.page.locator("form[action='/grid/']").first
        if not chooser.is_visible():
            visitor.page.locator("details:has(form[action='/grid/']) summary").first.click()
        chooser.locator("select").select_option(town.world.other_grid.code)
        visitor.press(zh("Show"), among=chooser)
        expect(visitor.page.locator("select#grid").first).to_have_value(town.world.other_grid.code)
        visitor.go("/issues/")
        visitor.page.locator("input[name=words]").fill("疏通")
        visitor.press(zh("Search"))
        expect(visitor.page).to_have_url(re.compile("words="))
        visitor.page.locator(f"a[href='/issues/{issue.reference}/']").first.click()
        visitor.reads("楼前下水道堵了，请来疏通。")


def test_going_back_the_filters_say_what_the_list_shows(town: Town, browser: Browser) -> None:
    with visits(browser, town.url) as visit:
        visitor = visit(DESKTOP)
        visitor.go("/issues/")
        visitor.page.locator(".filters summary").click()
        kind = visitor.page.locator("select[name=matter_class]")
        for chosen in ("hard", "small"):
            kind.select_option(chosen)
            expect(visitor.page).to_have_url(re.compile(f"matter_class={chosen}"))
        visitor.page.locator("input[name=words]").fill("灯")
        visitor.page.keyboard.press("Enter")
        expect(visitor.page).to_have_url(re.compile("words=%"))
        visitor.page.go_back()
        expect(visitor.page).to_have_url(re.compile("words=&.*matter_class=small"))
        expect(kind).to_have_value("small")
        visitor.page.go_back()
        expect(kind).to_have_value("hard")


def test_a_resident_takes_a_matter_back(town: Town, browser: Browser) -> None:
    issue = raised(town.world)
    with visits(browser, town.url) as visit:
        resident = visit(PHONE)
        walk_in(resident, town.world.resident)
        resident.go(f"/issues/{issue.reference}/")
        resident.page.locator("a[href$='/withdraw/']").first.click()
        resident.tick(zh("It has settled itself"))
        resident.press(zh("Yes, take it back"))
        resident.reads(zh("You have taken it back. You can raise it again at any time."))
    assert Issue.objects.get(pk=issue.pk).stage == Stage.WITHDRAWN


def test_a_clerk_takes_in_many_and_prints_an_order(town: Town, browser: Browser) -> None:
    world, now = town.world, timezone.now()
    issues = [raised(world), raised(world)]
    for issue in issues:
        receive(issue, actor=world.grid_worker, now=now)
        to_street(issue, world, now)
        to_housing(issue, world, now, received=False)
    with visits(browser, town.url) as visit:
        clerk = visit(DESKTOP)
        walk_in(clerk, world.clerk)
        clerk.go("/desk/")
        boxes = clerk.page.locator("form.many input[type=checkbox][name]")
        for number in range(boxes.count()):
            boxes.nth(number).check(force=True)
        clerk.press(zh("Take in what is ticked"))
        clerk.page.wait_for_load_state()
        clerk.go(f"/issues/{issues[0].reference}/slip/")
        clerk.reads(zh("Order"))
        clerk.reads(issues[0].reference)
    leads = [issue.assignments.get(body=world.housing) for issue in issues]
    assert all(turn.received_by == world.clerk for turn in leads)


def test_a_lost_token_is_explained_and_the_words_stay(town: Town, browser: Browser) -> None:
    story = "小区北门的井盖翘起来了。"
    with visits(browser, town.url) as visit:
        resident = visit(TABLET)
        walk_in(resident, town.world.resident)
        resident.go(f"/raise/?venue={town.world.venue.code}")
        resident.fill(zh("What is the matter?"), story)
        resident.page.context.clear_cookies(name="csrftoken")
        resident.press(zh("Send"))
        resident.reads(zh("The page had been open too long"))
        resident.go(f"/raise/?venue={town.world.venue.code}")
        expect(resident.page.get_by_label(zh("What is the matter?"))).to_have_value(story)
        resident.press(zh("Send"))
        resident.page.wait_for_url(re.compile("/receipt/"))
    assert Issue.objects.filter(text=story).count() == 1
