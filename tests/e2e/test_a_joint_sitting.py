"""Two councils in one room, in real browsers: a roll and a quorum each, one vote, one paper."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import override
from playwright.sync_api import Browser, expect

from council.actions.agenda.put_on import put_on
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.convene import convene
from council.models import Council, Meeting
from tests.council.sittings import NAMES, a_council, a_member, a_plan
from tests.e2e import sitting
from tests.e2e.conftest import Town
from tests.e2e.people import PHONE, TABLET, visits, walk_in
from tests.e2e.words import zh
from tests.world import World, person

WALL = (1280, 720)
OTHERS = ("段平", "康宁", "陆青")
MOTION = "两个网格之间的路一家修一半"


def called(world: World) -> tuple[Meeting, Council]:
    """Five members of the host, three of the other."""
    council, now = a_council(world), timezone.now()
    other = Council.objects.create(body=world.other_grid)
    for name in OTHERS:
        a_member(other, person(name))
    plan = a_plan(world, starts_at=now + timedelta(minutes=10), councils=(other,))
    by: dict[str, Any] = {"actor": world.staff, "now": now - timedelta(days=1)}
    meeting = convene(council, plan=plan, **by)
    put_on(meeting, title="两个网格中间的路", **by)
    call_meeting(meeting, reason="急事", **by)
    return Meeting.objects.get(pk=meeting.pk), other


def named(council: Council) -> str:
    with override("zh-hans"):
        return council.name


def test_each_council_has_its_own_quorum_and_all_decide_together(
    town: Town, browser: Browser
) -> None:
    meeting, other = called(town.world)
    last = other.members.get(person__name=OTHERS[-1]).person
    short = f"{named(other)}还差 1 人才够数"
    with visits(browser, town.url) as visit:
        table, phone, wall = visit(TABLET), visit(PHONE), visit(WALL)
        walk_in(table, town.world.grid_head)
        walk_in(phone, last)
        table.go(f"/sittings/{meeting.uid}/table/")
        wall.go(f"/sittings/{meeting.uid}/wall/?key={meeting.wall_key}")
        phone.go(f"/sit/{meeting.code}/")
        sitting.taps(table, [*NAMES[:5], OTHERS[0]], walks_in="路过的王五")
        sitting.next_act(table, "open the sitting")
        sitting.next_act(table, "begin this item")
        for screen in (table, phone):
            screen.reads(short)
        sitting.moves(table, MOTION)
        expect(table.page.locator(".next-act button[disabled]")).to_be_visible()
        expect(table.page.locator(".next-act .why")).to_contain_text(named(other))

        phone.press(zh("I am here"))
        phone.reads(zh("You are noted as here."))
        expect(table.page.locator(".enough")).to_be_visible()
        expect(wall.page.locator(".wall-quorum.is-there")).to_contain_text("7/8")
        sitting.opens_vote(table, zh("by show of hands"), NAMES[:2])
        sitting.counts(table, yes=6, no=1)
        for screen in (phone, wall):
            screen.reads(zh("Adopted"))
        sitting.decides(table, zh("only noted"))
        sitting.next_act(table, "end this item")
        sitting.next_act(table, "close the sitting")
        phone.reads(zh("The sitting is closed."))
        expect(phone.page.get_by_role("button", name=zh("I am here"))).to_be_hidden()

        table.press(zh("Read the minutes"))
        minutes = table.page.locator(".minutes")
        for words in (named(meeting.council), named(other), OTHERS[0], OTHERS[-1], MOTION):
            expect(minutes).to_contain_text(words)
        # Who of the other council was missing; by name, beside those who came.
        expect(minutes.locator("dd", has_text=OTHERS[1])).to_be_visible()
        phone.go(f"/sittings/{meeting.uid}/")
        phone.reads(MOTION)
        phone.resize(PHONE)
