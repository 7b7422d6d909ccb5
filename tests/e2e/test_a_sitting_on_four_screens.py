"""A sitting by the table, the chair's own device, a member's phone and the wall.

From the first tap on a name to signed minutes and a department's promise, on the real server
with its streams, worker and beat. That two processes of it show the same: council/live/.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any, NamedTuple

from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Browser, expect

from council.models import Meeting, MinutesVersion, Resolution, Vote
from issues.actions.classify import classify
from issues.actions.find import find
from issues.actions.publish import publish
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.enums.matter import MatterClass
from issues.enums.turns import Level
from issues.inputs import NewMatter
from issues.models import Commitment, Deliberation, Issue
from ledger.models import Entry
from tests.council.sittings import NAMES, a_called_sitting, a_council
from tests.e2e import sitting
from tests.e2e.people import (
    DESKTOP,
    PHONE,
    TABLET,
    TABLET_UPRIGHT,
    Person,
    Visit,
    pass_by_code,
    visits,
    walk_in,
)
from tests.e2e.words import zh
from tests.harness.common_site import Common
from tests.harness.waiting import wait_until
from tests.world import World

WALL = (1280, 720)
MEMBERS = 4
# The shortest there is.
SPEECH_SECONDS = 10
WALKED_IN = "路过的王五"
MOTION = "请住建办年内更换三号楼前的下水管"
AMENDED = "请住建办在十月底前更换三号楼前的下水管"
SECOND = "快递柜移到南门东侧"
PROMISE = "更换三号楼前二十米主管"
RECORDED = ("resolved", "pledge_accepted", "minutes_signed", "minutes_published")


class Screens(NamedTuple):
    table: Person
    chair: Person
    phone: Person
    wall: Person


def test_a_sitting_runs_on_four_screens_and_its_decision_acts(
    common_site: Common, browser: Browser
) -> None:
    world = common_site.world
    issue, meeting = called(world)
    common_site.live.start_worker(sweep_seconds=4)
    common_site.live.start_beat(sweep_seconds=4)
    with visits(browser, common_site.url) as visit:
        screens = gathered(visit, world, meeting)
        table = screens.table
        sitting.next_act(table, "open the sitting")
        sitting.next_act(table, "begin this item")
        screens.wall.reads(issue.title)
        screens.chair.press(zh("To the table"))
        screens.chair.reads(zh("Run it from here"))
        time_runs_out(screens)
        by_hands(screens)
        sitting.asks(table, world.housing.name, PROMISE, due_day())
        promised(visit(DESKTOP), world)
        sitting.next_act(table, "end this item")
        sitting.next_act(table, "begin this item")
        in_secret(screens)
        sitting.next_act(table, "end this item")
        sitting.next_act(table, "close the sitting")
        screens.phone.reads(zh("The sitting is closed."))
        screens.wall.reads(zh("The sitting is closed."))
        minuted(screens, meeting)
        readable_by_all(screens.phone, meeting, issue)
    acted(world, issue, meeting)
    call_command("check_chain")
    call_command("check_council")


def called(world: World) -> tuple[Issue, Meeting]:
    now = timezone.now()
    matter = NewMatter(
        text="三号楼前的下水道又堵了", building=world.building, category=world.categories["sewers"]
    )
    given: dict[str, Any] = {"actor": world.grid_worker, "now": now}
    issue = raise_issue(matter, actor=world.resident, reporter=world.resident, now=now)
    receive(issue, **given)
    publish(issue, **given, title="三号楼前下水道堵塞", text="污水漫到路上。", photos=[])
    classify(issue, **given, matter_class=MatterClass.HARD)
    find(issue, **given, text="管道塌了两米")
    issue = Issue.objects.get(pk=issue.pk)
    council = a_council(world, members=MEMBERS)
    begins = now + timedelta(minutes=10)
    items = [issue.reference, "快递柜占道"]
    meeting = a_called_sitting(world, council, now=now, starts_at=begins, items=items)
    Meeting.objects.filter(pk=meeting.pk).update(speech_seconds=SPEECH_SECONDS)
    return issue, meeting


def due_day() -> str:
    return (timezone.localdate() + timedelta(days=30)).isoformat()


def gathered(visit: Visit, world: World, meeting: Meeting) -> Screens:
    """Each comes to their screen by what they are shown; three members by tap, one by code."""
    table, chair, phone, wall = visit(TABLET), visit(TABLET_UPRIGHT), visit(PHONE), visit(WALL)
    for device, who in ((table, world.grid_worker), (chair, world.grid_head)):
        walk_in(device, who)
        device.go(f"/sittings/{meeting.uid}/")
    shown = table.page.get_by_role("link", name=zh("On the wall")).get_attribute("href")
    wall.go(shown or "")
    wall.reads(meeting.title)
    table.press(zh("To the table"))
    sitting.taps(table, NAMES[1:3], walks_in=WALKED_IN)
    expect(table.page.locator(".not-enough")).to_be_visible()
    member = meeting.council.members.get(person__name=NAMES[0]).person
    phone.go(f"/sit/{meeting.code.lower()}/")
    pass_by_code(phone, member)
    phone.press(zh("I am here"))
    expect(phone.page.locator("[data-own*=h]")).to_be_visible()
    expect(table.page.locator(".enough")).to_be_visible()
    sitting.taps(table, NAMES[3:4], walks_in="孙大爷")
    return Screens(table, chair, phone, wall)


def time_runs_out(screens: Screens) -> None:
    """The clock runs on all screens; nothing is cut off when it is over."""
    table, phone = screens.table, screens.phone
    phone.press(zh("I would like to speak"))
    phone.reads(zh("You are on the list."))
    table.press(zh("give the floor"))
    phone.reads(zh("You have the floor."))
    sitting.moves(table, MOTION)
    sitting.amends(table, AMENDED)
    for screen in screens:
        expect(screen.page.locator("[data-clock].is-over").first).to_be_visible()
    table.press(zh("finished"))
    expect(screens.wall.page.locator("[data-clock]")).to_have_count(0)


def by_hands(screens: Screens) -> None:
    """The amendment, then what it made of the motion."""
    table = screens.table
    tellers = NAMES[1:3]
    sitting.opens_vote(table, zh("by show of hands"), tellers)
    sitting.counts(table, yes=4)
    expect(screens.wall.page.locator(".tally")).to_be_visible()
    sitting.opens_vote(table, zh("by show of hands"), tellers)
    sitting.counts(table, yes=3, no=1)
    screens.phone.reads(zh("Adopted"))
    sitting.decides(table, zh("it goes to the level above"), minority="先查清漏点")


def in_secret(screens: Screens) -> None:
    """Two devices make the keys by themselves, and open the ballots one after the other."""
    table, phone = screens.table, screens.phone
    sitting.moves(table, SECOND)
    sitting.opens_vote(table, zh("secret"), NAMES[1:3])
    phone.press(zh("To the secret ballot"))
    sitting.casts(phone, zh("for"))
    phone.press(zh("Back to the sitting"))
    for name, choice in zip(NAMES[1:MEMBERS], ("for", "for", "against"), strict=True):
        sitting.votes_at_table(table, name, zh(choice))
    sitting.next_act(table, "close the vote")
    sitting.next_act(table, "announce the result")
    screens.phone.reads(zh("Adopted"))
    sitting.decides(table, zh("only noted"))


def promised(clerk: Person, world: World) -> None:
    """The department's clerk finds it at the desk and says yes."""
    walk_in(clerk, world.clerk)
    clerk.go("/pledges/")
    clerk.press(PROMISE)
    clerk.press(zh("We do it by then"))
    clerk.press(zh("Promise it"))
    # What the council asked for is later than the clock of the body.
    clerk.press(zh("Yes, I am sure"))
    clerk.reads(zh("Promised."))


def minuted(screens: Screens, meeting: Meeting) -> None:
    recorder, chair = screens.table, screens.chair
    recorder.press(zh("Read the minutes"))
    recorder.press(zh("Correct them"))
    words = recorder.page.locator("textarea").first
    words.fill("大家同意先换主管。")
    recorder.press(zh("Keep this version"))
    recorder.reads("大家同意先换主管。")
    recorder.press(zh("Finish them"))
    recorder.press(zh("Finish them"), among=recorder.page.locator("main form"))
    for person in (chair, recorder):
        person.go(f"/sittings/{meeting.uid}/minutes/")
        signs(person)
    recorder.press(zh("Publish them"))
    recorder.press(zh("Publish them"), among=recorder.page.locator("main form"))
    recorder.reads(zh("Published. Whoever was there is told."))


def signs(person: Person) -> None:
    """With the code that comes to one's own phone."""
    person.press(zh("Sign them"))
    person.press(zh("Send me the code"))
    with person.page.expect_popup() as opened:
        person.page.locator("a[href='/demo/sms/']").first.click()
    code = opened.value.locator(".sms-own .sms-code").first.inner_text()
    opened.value.close()
    person.fill(zh("Code from the message"), code)
    person.press(zh("Sign"), among=person.page.locator("main form"))
    person.reads(zh("Signed. Its digest stands in the record."))


def readable_by_all(phone: Person, meeting: Meeting, issue: Issue) -> None:
    address = f"/sittings/{meeting.uid}/minutes"
    get = phone.page.request.get
    wait_until(lambda: get(f"{phone.site}{address}.pdf").body().startswith(b"%PDF"), what="the PDF")
    phone.go(f"{address}/")
    phone.reads(AMENDED)
    phone.page.get_by_role("link", name=re.compile("…")).first.click()
    expect(phone.page).to_have_url(re.compile("/record/entries/"))
    phone.go(f"/issues/{issue.reference}/")
    phone.reads(PROMISE)
    feed = get(f"{phone.site}/sittings.ics").text().replace("\r\n ", "")
    assert meeting.title in feed


def acted(world: World, issue: Issue, meeting: Meeting) -> None:
    moved = Issue.objects.get(pk=issue.pk)
    assert moved.level == Level.COMMUNITY
    assert Deliberation.objects.get(issue=issue).sitting == meeting.uid
    commitment = Commitment.objects.get(issue=issue)
    assert commitment.assignment.body == world.housing
    assert [row.text for row in Resolution.objects.order_by("pk")] == [AMENDED, SECOND]
    secret = Vote.objects.get(way="secret")
    assert (secret.yes, secret.no, secret.abstain) == (3, 1, 0)
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {f"council.{kind}" for kind in RECORDED} <= kinds
    assert MinutesVersion.objects.filter(meeting=meeting).count() == 2
