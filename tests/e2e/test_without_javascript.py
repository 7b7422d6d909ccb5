"""The way of a matter with plain forms and links only, on both sides of the counter."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from issues.enums.stages import Stage
from issues.models import Addition, Issue
from tests.e2e.conftest import Town
from tests.e2e.people import PHONE, TABLET, Person, pass_by_code, visits
from tests.e2e.pictures import photo
from tests.e2e.words import zh

STORY = "楼道灯坏了一个星期，晚上下楼要摸着墙走，找3号楼2单元301的老张也行。"


def test_a_matter_is_raised_followed_and_closed_by_plain_forms(
    town: Town, browser: Browser
) -> None:
    with visits(browser, town.url) as visit:
        resident = visit(PHONE, script=False)
        issue = raise_matter(resident, town)
        worker = visit(TABLET, who=town.world.grid_worker, script=False)
        take_in_and_publish(worker)
        neighbour = visit(PHONE, who=town.world.neighbour, script=False)
        join_in(neighbour, issue)
        settle(worker)
        resident.go(f"/issues/{issue.reference}/")
        resident.press(zh("Solved", context="word"))
        resident.press(zh("Send my word"))
        resident.page.wait_for_url(re.compile(rf"/issues/{issue.reference}/(#.*)?$"))
    issue = Issue.objects.get(pk=issue.pk)
    assert issue.stage == Stage.CLOSED
    assert issue.supports.count() == 1
    assert Addition.objects.get(issue=issue).by == town.world.neighbour


def raise_matter(resident: Person, town: Town) -> Issue:
    resident.go(f"/v/{town.world.venue.code}/")
    resident.fill(zh("What is the matter?"), STORY)
    show_one_after_the_other(resident)
    resident.press(zh("Send"))
    pass_by_code(resident, "13912340001", button="Confirm and send")
    resident.reads(zh("We have it. Thank you for speaking up."))
    resident.press(zh("See how it goes"))
    expect(resident.page.locator("#main")).to_contain_text(STORY[:12])
    issue = Issue.objects.get()
    assert issue.photos.count() == 2
    return issue


def show_one_after_the_other(resident: Person) -> None:
    """Choosing anew replaces; what was added before stays, and each can be left out."""
    kept = resident.page.locator("[data-kept-photos] img")
    for number in range(3):
        resident.show([photo(f"{number}.jpg", shade=90 + 40 * number)])
        resident.press(zh("Add these photos"))
        expect(kept).to_have_count(number + 1)
        expect(resident.page.get_by_label(zh("What is the matter?"))).to_have_value(STORY)
    expect(kept.last).to_be_in_viewport()
    for picture in kept.all():
        expect(picture).not_to_have_js_property("naturalWidth", 0)
    middle = kept.nth(1).get_attribute("src")
    resident.press(zh("Leave out photo %(number)s") % {"number": 2})
    expect(kept).to_have_count(2)
    assert middle not in kept.evaluate_all("pictures => pictures.map(one => one.src)")


def take_in_and_publish(worker: Person) -> None:
    worker.opens_at_desk(zh("Take it in"))
    worker.reads(zh("Taken in; the resident will be told."))
    worker.opens_at_desk(zh("Check and publish"))
    words = worker.page.get_by_label(zh("Words for everyone"))
    expect(words).not_to_have_value(re.compile("2单元301"))
    worker.press(zh("Publish"))
    worker.reads(zh("Published; the resident will be told."))


def join_in(neighbour: Person, issue: Issue) -> None:
    """A neighbour finds it among everyone's, has the same trouble, and adds a word."""
    neighbour.go("/issues/")
    neighbour.page.locator(f"a[href='/issues/{issue.reference}/']").first.click()
    neighbour.press(zh("The same happened to us"))
    neighbour.reads(zh("You said so too."))
    neighbour.press(zh("Add something"))
    neighbour.page.get_by_role("textbox").first.fill("四楼的灯也不亮。")
    neighbour.press(zh("Send"))
    neighbour.page.wait_for_url(re.compile(rf"/issues/{issue.reference}/(#.*)?$"))


def settle(worker: Person) -> None:
    worker.opens_at_desk(zh("Set the class"))
    worker.tick("小事好商量")
    worker.page.get_by_label(zh("What it is about")).select_option(label="下水堵塞")
    worker.press(zh("Set the class"))
    worker.reads(zh("The class is set; the clocks run by it."))
    worker.opens_at_desk(zh("Settle it on the spot"))
    worker.fill(zh("What was agreed and done"), "换了声控灯，亮了。")
    worker.fill(zh("No picture? Say why"), "天黑，照不清楚。")
    worker.tick(zh("Doorstep talk"))
    worker.fill(zh("How many people, you included"), "2")
    worker.press(zh("Settled: ask the resident"))
    worker.reads(zh("Settled; the resident is asked whether it is solved."))
