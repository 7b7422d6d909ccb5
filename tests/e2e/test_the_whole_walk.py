"""One matter goes all the way, from a resident's phone to a department's answer and back.

Real Granian, Celery worker and beat; every step is pressed by somebody in a browser of their own.
"""

from __future__ import annotations

import re
from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Browser, expect

from issues.enums.stages import Stage
from issues.enums.turns import Level
from issues.models import Assignment, Issue
from issues.queries.chain_soundness import broken_chains
from tests.e2e.people import DESKTOP, PHONE, TABLET, TABLET_UPRIGHT, Person, pass_by_code, visits
from tests.e2e.pictures import photo
from tests.e2e.proving import check_the_receipt, check_the_record
from tests.e2e.seed import build_walk_world, let_days_pass
from tests.e2e.words import zh
from tests.harness.fixtures import LiveSite
from tests.harness.waiting import wait_until
from tests.harness.world import LiveWorld
from tests.world import World

STORY = "三号楼前的下水道又堵了，污水漫到路上。我住3号楼2单元501室，老人出门都绕着走。"
DOOR = "2单元501"
NEWCOMER = "13912345678"


def test_a_matter_goes_from_the_poster_to_the_department_and_back(
    world_database: LiveWorld, live_site: LiveSite, browser: Browser
) -> None:
    world_database.extra["PAVILION_DEMO"] = "1"
    world = build_walk_world()
    site = live_site(worker=True, beat=True, sweep_seconds=4, workers=2)
    with visits(browser, site.url) as visit:
        resident = visit(PHONE)
        receipt = raise_from_poster(resident, world)
        issue = Issue.objects.get()
        worker = visit(TABLET, who=world.grid_worker)
        take_in_and_publish(worker)
        passer_by = visit(PHONE)
        passer_by.go(page_of(issue))
        passer_by.reads("下水道")
        assert DOOR not in passer_by.page.content()
        answer_and_classify(worker)
        let_days_pass(issue, 4)
        wait_until(lambda: stands(issue).level == Level.COMMUNITY, what="the clock pushes it up")
        send_on(visit(DESKTOP, who=world.staff))
        name_who_leads(visit(DESKTOP, who=world.dispatcher), issue, world)
        clerk = visit(DESKTOP, who=world.clerk)
        promise_and_deliver(clerk)
        verify(worker)
        say(resident, issue, "Partly solved", text="还是有味道。")
        resident.reads(zh("What came of it"))
        assert stands(issue).stage == Stage.DELIVER
        deliver(clerk, text="加装了防臭盖。", money="300")
        verify(worker)
        say(resident, issue, "Solved")
        assert stands(issue).stage == Stage.CLOSED
        notices_arrived(resident, issue)
        check_the_receipt(passer_by, receipt)
    assert broken_chains() == []
    check_the_record(world_database, site.url, receipt)


def page_of(issue: Issue) -> str:
    return f"/issues/{issue.reference}/"


def stands(issue: Issue) -> Issue:
    return Issue.objects.get(pk=issue.pk)


def raise_from_poster(resident: Person, world: World) -> str:
    """Signed out, by the poster's link: two photos, the phone code, the receipt, the page."""
    resident.go(f"/v/{world.venue.code}/")
    resident.reads(world.venue.name)
    resident.fill(zh("What is the matter?"), STORY)
    resident.show([photo("one.jpg", shade=40), photo("two.jpg", shade=200)])
    resident.press(zh("Send"))
    pass_by_code(resident, NEWCOMER, button="Confirm and send")
    resident.page.wait_for_url(re.compile("/receipt/"))
    resident.reads(zh("We have it. Thank you for speaking up."))
    expect(resident.page.locator(".photos img")).to_have_count(2)
    resident.page.get_by_text(zh("Check this receipt")).click()
    receipt = resident.page.locator(".digest").inner_text()
    resident.press(zh("See how it goes"))
    resident.reads(STORY[:20])
    expect(resident.page.locator(".photos img")).to_have_count(2)
    return receipt


def take_in(person: Person) -> None:
    """One press at the desk, where it lies on top."""
    person.opens_at_desk(zh("Take it in"))
    person.reads(zh("Taken in; the resident will be told."))


def take_in_and_publish(worker: Person) -> None:
    """Receive; publish one of two photos and the words without the door."""
    take_in(worker)
    worker.resize(TABLET_UPRIGHT)
    worker.opens_at_desk(zh("Check and publish"))
    suggested = worker.page.get_by_label(zh("Words for everyone"))
    expect(suggested).not_to_have_value(re.compile(DOOR))
    worker.fill(zh("Title for everyone"), "三号楼前下水道堵塞")
    worker.tick(zh("Show it"))
    worker.press(zh("Publish"))
    worker.reads(zh("Published; the resident will be told."))


def answer_and_classify(worker: Person) -> None:
    worker.opens_at_desk(zh("Answer the resident"))
    worker.fill(zh("What you tell the resident"), "今天下午带疏通工具来看。")
    worker.press(zh("Send the answer"))
    worker.reads(zh("Your answer is written down; the resident will be told."))
    worker.resize(TABLET)
    worker.opens_at_desk(zh("Set the class"))
    worker.tick("小事好商量")
    worker.page.get_by_label(zh("What it is about")).select_option(label="下水堵塞")
    worker.press(zh("Set the class"), among=worker.page.locator(".act-panel"))
    worker.reads(zh("The class is set; the clocks run by it."))


def send_on(staff: Person) -> None:
    """The community sees that the clock sent it and why, and cannot settle it either."""
    take_in(staff)
    why = staff.page.get_by_role("region", name=zh("Why it came here"))
    expect(why).to_contain_text(zh("There was no result on time, so it went up by itself."))
    staff.opens_at_desk(zh("Push it up"))
    staff.fill(zh("Why it cannot be settled here"), "管道老化，要整段更换，社区没有施工队。")
    staff.fill(zh("What was tried here"), "疏通过两次，三天又堵。")
    staff.press(zh("Push it up"), among=staff.page.locator(".act-panel"))
    staff.reads(zh("It has gone up with what you wrote; the resident will be told."))


def name_who_leads(dispatcher: Person, issue: Issue, world: World) -> None:
    """Two bodies answer for sewers, so the general office has it until somebody chooses."""
    assert Assignment.objects.current().lead().get(issue=issue).body == world.general_office
    dispatcher.opens_at_desk(zh("Name the lead"))
    form = dispatcher.page.locator(".act-panel")
    dispatcher.reads("管道老化")
    form.get_by_role("radio", name=re.compile(world.housing.name)).check(force=True)
    form.get_by_text(zh("Who joins"), exact=True).click()
    form.get_by_role("checkbox", name=world.property_company.name).check(force=True)
    dispatcher.press(zh("Name the lead"), among=form)
    dispatcher.reads(zh("Named; the bodies and the resident will be told."))
    current = Assignment.objects.current().filter(issue=issue)
    assert {turn.body for turn in current} == {world.housing, world.property_company}


def promise_and_deliver(clerk: Person) -> None:
    take_in(clerk)
    clerk.opens_at_desk(zh("Promise"))
    clerk.fill(zh("What will be done"), "更换三号楼前二十米下水管。")
    due = timezone.localtime() + timedelta(days=3)
    clerk.fill(zh("By when"), due.strftime("%Y-%m-%dT%H:%M"))
    clerk.press(zh("Promise it"))
    clerk.reads(zh("Promised; the resident will be told the date."))
    deliver(clerk, text="换了二十米管道，已通水。", money="8600.50")


def deliver(clerk: Person, *, text: str, money: str) -> None:
    clerk.opens_at_desk(zh("Report the result"))
    clerk.fill(zh("What was done"), text)
    clerk.fill(zh("Money spent, in yuan"), money)
    clerk.show([photo("done.jpg", shade=len(text))])
    clerk.press(zh("Report the result"), among=clerk.page.locator(".act-panel"))
    clerk.reads(zh("The result is reported."))


def verify(worker: Person) -> None:
    worker.opens_at_desk(zh("Check on the spot"))
    worker.tick(zh("It is done as reported"))
    worker.press(zh("Send what you saw"))
    worker.reads(zh("Written down; whoever is next will be told."))


def say(resident: Person, issue: Issue, word: str, *, text: str = "") -> None:
    """The resident has the last word."""
    resident.go(page_of(issue))
    resident.press(zh("Is it solved? Say so"))
    resident.press(zh(word, context="word"))
    if text:
        resident.page.get_by_role("textbox").fill(text)
    resident.press(zh("Send my word"))
    resident.page.wait_for_url(re.compile(re.escape(page_of(issue)) + r"(#.*)?$"))


def notices_arrived(resident: Person, issue: Issue) -> None:
    resident.go("/notices/")
    spoken = f"{issue.community.call_name} {issue.number} 号"
    expect(resident.page.get_by_text(spoken).first).to_be_visible()
