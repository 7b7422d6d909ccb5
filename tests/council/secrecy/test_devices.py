"""The whole vote with real browsers on the real pages: two holders, and voters of every kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from accounts.models import User
from council.enums.votes import Choice, VoteState
from council.models import Council, SealedBallot, Turnout, Vote
from tests.council.secrecy.pages import clear_device
from tests.council.secrecy.room import Room, fresh, room_of
from tests.harness.common_site import Common
from tests.harness.signing_in import session_of
from tests.harness.world import Site
from tests.world import World

pytestmark = pytest.mark.processes
Opens = Callable[..., Page]
LABELS = {Choice.YES: "1", Choice.NO: "2", Choice.ABSTAIN: "3"}


@dataclass
class Hall:
    """Each test holds a sitting of its own there."""

    site: Site
    world: World
    council: Council

    def room(self) -> Room:
        return room_of(self.world, council=self.council)


@pytest.fixture(scope="module")
def hall(common_site: Common) -> Hall:
    world = common_site.world
    return Hall(common_site.site, world, Council.objects.create(body=world.grid))


@pytest.fixture
def opens(browser: Browser) -> Iterator[Opens]:
    """A device of its own for somebody who is signed in."""
    with ExitStack() as devices:

        def a_device(site: Site, person: User, *, script: bool = True) -> Page:
            made = browser.new_context(java_script_enabled=script, locale="zh-CN")
            context = devices.enter_context(made)
            name = settings.SESSION_COOKIE_NAME
            context.add_cookies([{"name": name, "value": session_of(person), "url": site.url}])
            return context.new_page()

        yield a_device


def address(site: Site, name: str, vote: Vote) -> str:
    return site.url + reverse(f"council:secret_{name}", args=[vote.meeting.uid, vote.uid])


def presses(page: Page, site: Site, vote: Vote, task: str) -> None:
    """On the holder's page, the one thing it asks for; then it shows what is next."""
    page.goto(address(site, "device", vote))
    page.locator(f"[data-task={task}] [data-press]").click()
    expect(page.locator(f"[data-task={task}]")).to_have_count(0)


def casts(page: Page, site: Site, vote: Vote, choice: Choice, *, roll: object = "") -> None:
    page.goto(address(site, "ballot", vote) + (f"?for={roll}" if roll else ""))
    again = page.locator("details.again > summary")
    if again.count():
        again.click()
    page.locator(f"[name=choice][value='{LABELS[choice]}']").check()
    with page.expect_navigation():
        page.locator("form[data-ballot] button").click()
    expect(page.locator(".notice-success")).to_be_visible()


def test_sealed_on_phones_opened_by_two_devices(hall: Hall, opens: Opens) -> None:
    site, room = hall.site, hall.room()
    chair, recorder = opens(site, room.chair), opens(site, room.recorder)
    vote = room.begins()
    presses(chair, site, vote, "key")
    presses(recorder, site, vote, "key")
    assert fresh(vote).state == VoteState.OPEN
    ask_all(site, room, vote, opens, recorder)
    vote = room.closes(vote)
    recorder.goto(address(site, "device", vote))
    expect(recorder.locator("[data-press]")).to_have_count(0)
    presses(chair, site, vote, "open")
    presses(recorder, site, vote, "open")
    vote = fresh(vote)
    assert vote.state == VoteState.COUNTED
    assert (vote.yes, vote.no, vote.abstain, vote.invalid) == (1, 3, 1, 0)


def ask_all(site: Site, room: Room, vote: Vote, opens: Opens, tablet: Page) -> None:
    """Two phones, one of which changes; one without a script; one at the tablet; one silent."""
    first, second, third, fourth, fifth, _silent = room.members
    phone = opens(site, first)
    casts(phone, site, vote, Choice.YES)
    casts(phone, site, vote, Choice.NO)
    casts(opens(site, second), site, vote, Choice.YES)
    casts(opens(site, third, script=False), site, vote, Choice.NO)
    casts(opens(site, fourth, script=False), site, vote, Choice.ABSTAIN)
    casts(tablet, site, vote, Choice.NO, roll=room.roll_of(fifth))
    assert {len(row.sealed) for row in SealedBallot.objects.filter(vote=vote)} == {178}
    assert list(
        Turnout.objects.filter(roll__meeting=room.meeting, at_table=True).values_list(
            "roll__person", flat=True
        )
    ) == [fifth.pk]


def test_a_cleared_device_says_so_and_a_new_vote_with_new_keys_is_held(
    hall: Hall, opens: Opens
) -> None:
    site, room = hall.site, hall.room()
    chair = opens(site, room.chair)
    vote = room.begins(holders=1)
    presses(chair, site, vote, "key")
    room.all_cast(vote, Choice.YES, Choice.YES, Choice.NO)
    vote = room.closes(vote)
    chair.goto(address(site, "device", vote))
    clear_device(chair)
    chair.locator("[data-press]").click()
    said = chair.locator("[data-holder]").get_attribute("data-no-key")
    expect(chair.locator("[data-told]")).to_have_text(str(said))
    assert fresh(vote).state == VoteState.CLOSED
    room.gives_up(vote)
    again = room.begins(holders=1)
    presses(chair, site, again, "key")
    room.all_cast(again, Choice.NO, Choice.NO, Choice.YES)
    room.closes(again)
    presses(chair, site, again, "open")
    again = fresh(again)
    assert (again.yes, again.no) == (1, 2)


def test_at_the_table_both_devices_do_their_part_by_themselves(hall: Hall, opens: Opens) -> None:
    """The pages are open before the vote begins and stay so; what they show comes in live."""
    site, room = hall.site, hall.room()
    table = site.url + reverse("council:table", args=[room.meeting.uid])
    chair, recorder = opens(site, room.chair), opens(site, room.recorder)
    for page in (chair, recorder):
        page.goto(table)
    vote = room.begins()
    for page in (chair, recorder):
        expect(page.locator(".keys li")).to_have_count(2)
        expect(page.locator("[data-task=key]")).to_have_count(0)
    assert fresh(vote).state == VoteState.OPEN
    room.all_cast(vote, Choice.YES, Choice.NO, Choice.NO, Choice.NO)
    room.closes(vote)
    for page in (chair, recorder):
        expect(page.locator("[data-task=forget]")).to_have_count(2)
    vote = fresh(vote)
    assert (vote.state, vote.yes, vote.no) == (VoteState.COUNTED, 1, 3)
