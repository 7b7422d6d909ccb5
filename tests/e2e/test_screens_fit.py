"""Table, phone and wall at every size, in both languages and in large print: what must be in sight.

With the longest words that forms let through.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Page

from accounts.models import User
from council.models import Lease, Meeting
from tests.accessibility import PRINT, wider
from tests.council.sittings import a_called_sitting, a_council, at_the_table, fresh, roll_of
from tests.council.table.doing import do
from tests.e2e.people import PHONE, TABLET, TABLET_UPRIGHT, Person, Size, walk_in
from tests.harness.common_site import Common

TITLE = "三号楼前下水道反复堵塞、污水漫到路上，孩子上学要绕路，" * 4
MOTION = "由社区报街道，请住建办在十月底前更换三号楼前的下水主管，施工期间留出消防通道。" * 9
SMALL: tuple[Size, ...] = ((320, 640), PHONE, TABLET_UPRIGHT, TABLET)
WALLS: tuple[Size, ...] = ((1280, 720), (1920, 1080))
# Of the phone's own bar at the bottom.
BAR = 68
LANGUAGES = ("zh-hans", "en")
# What a box hides of its words, and words that run out of a button.
CUT = """
() => [...document.querySelectorAll('main *')].filter(one => one.offsetParent
  && !one.closest('.seen-only-by-readers, .agenda, svg, textarea, input, select')
  && one.scrollWidth > one.clientWidth + 1 && one.clientWidth
  && (getComputedStyle(one).overflowX !== 'visible' || one.matches('button, .button, h1, h2'))
).map(one => `${one.tagName}.${one.className} ${one.scrollWidth} in ${one.clientWidth}`)
"""
# In one print, from the top: how wide the page is, and what is cut off.
LOOK = f"""
large => {{
    ({PRINT})(large);
    scrollTo(0, 0);
    return [document.documentElement.scrollWidth, ({CUT.strip()})()];
}}
"""

# Of words on the wall, in pixels.
SMALLEST = """
() => Math.min(...[...document.querySelectorAll('.wall-main *, .wall-quorum')].filter(one =>
  one.firstChild && one.firstChild.nodeType === 3 && one.firstChild.data.trim()
).map(one => parseFloat(getComputedStyle(one).fontSize)))
"""
# Of buttons beside a count, whether their sheet goes around them.
AROUND = """
() => [...document.querySelectorAll('.vote-sheet .step')].every(one =>
  one.getBoundingClientRect().right <= one.closest('.vote-sheet').getBoundingClientRect().right)
"""
INTO_SIGHT = "sheet => sheet.scrollIntoView({ block: 'nearest' })"


@dataclass
class Hall:
    url: str
    meeting: Meeting

    def do(self, act: str, **data: Any) -> None:
        device = Lease.objects.get(meeting=self.meeting).device
        do(self.meeting, act, device=device, now=timezone.now(), **data)

    def votes(self, way: str) -> None:
        """Anew, with the longest words."""
        motion, roll = uuid4(), roll_of(self.meeting)
        self.do("move", uid=motion, text=MOTION[:350])
        self.do(
            "open_vote", uid=uuid4(), motion=motion, way=way, majority="two_thirds", base="present",
            teller_one=roll[0].uid, teller_two=roll[1].uid,
        )  # fmt: skip

    def ends_all(self) -> None:
        """Whatever a test before left."""
        if self.meeting.speeches.filter(began_at__isnull=False, ended_at=None).exists():
            self.do("end_speech")
        for vote in self.meeting.votes.exclude(state__in=["void", "announced"]):
            self.do("void_vote", vote=vote.uid, reason="试")
        for motion in self.meeting.items.get(position=1).motions.filter(
            state__in=["moved", "open"]
        ):
            self.do("withdraw_motion", motion=motion.uid)

    def announces(self) -> None:
        vote = self.meeting.votes.get(state="open")
        self.do("count_hands", vote=vote.uid, yes=9, no=2, abstain=1)
        self.do("announce", vote=vote.uid)


@pytest.fixture(scope="module")
def hall(common_site: Common) -> Hall:
    world, now = common_site.world, timezone.now()
    called = a_called_sitting(
        world,
        a_council(world, members=12),
        now=now - timedelta(days=1),
        starts_at=now + timedelta(minutes=10),
        items=[TITLE[:120], "快递柜占道", "充电桩装在哪里"],
    )
    return Hall(common_site.url, at_the_table(world, called, now=now))


@dataclass
class Screen:
    page: Page

    def sizes(self, *sizes: Size) -> Iterator[tuple[Size, bool]]:
        """Each in usual and in large print, after what sticks out or is cut off was looked for."""
        for width, height in sizes:
            self.page.set_viewport_size({"width": width, "height": height})
            for large in (False, True):
                wide, cut = self.page.evaluate(LOOK, large)
                where = f"{self.page.url} at {width}{', in large print' * large}"
                assert wider(wide, width) == [], where
                assert cut == [], where
                yield (width, height), large

    def bottom(self, what: str | Locator) -> float:
        place = self.page.locator(what).first if isinstance(what, str) else what
        box = place.bounding_box()
        assert box, f"{what} is not to be seen"
        return box["y"] + box["height"]

    def top(self, what: str) -> float:
        box = self.page.locator(what).first.bounding_box()
        assert box, f"{what} is not to be seen"
        return box["y"]


def screen(
    browser: Browser, hall: Hall, language: str, place: str, who: User | None = None
) -> Screen:
    User.objects.update(language=language)
    context = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
    context.add_cookies(
        [{"name": settings.LANGUAGE_COOKIE_NAME, "value": language, "url": hall.url}]
    )
    page = context.new_page()
    if who is not None:
        walk_in(Person(page, hall.url), who)
    key = f"?key={fresh(hall.meeting).wall_key}" if place == "wall" else ""
    page.goto(f"{hall.url}/sittings/{hall.meeting.uid}/{place}/{key}")
    return Screen(page)


def table_of(browser: Browser, hall: Hall, language: str) -> Screen:
    """Whose device runs it, with nothing going on."""
    hall.ends_all()
    table = screen(browser, hall, language, "table", hall.meeting.chair)
    button = table.page.locator(".other-table button")
    if button.is_visible():
        button.click()
    table.page.locator(".next-row").wait_for()
    return table


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_table_the_next_act_and_the_whole_count_are_in_sight(
    hall: Hall, browser: Browser, language: str
) -> None:
    table = table_of(browser, hall, language)
    for way in ("hands", "paper"):
        hall.votes(way)
        form = table.page.locator("#count")
        form.wait_for()
        for size, large in table.sizes(*SMALL):
            assert table.bottom(".next-act .button") <= size[1], "the next act"
            assert table.page.evaluate(AROUND), (way, size, large)
            if size in {TABLET, TABLET_UPRIGHT}:
                # In large print by itself, as when it opened.
                if large:
                    table.page.locator(".vote-sheet").evaluate(INTO_SIGHT)
                assert table.top(".vote-sheet") >= 0, (way, size)
                assert table.bottom(form) <= table.top(".table-next"), (way, size)
        hall.ends_all()
        form.wait_for(state="detached")
    table.page.locator(".more > summary").click()
    for (width, _height), large in table.sizes(*SMALL):
        box = table.page.locator(".more-list").bounding_box()
        assert box
        assert box["x"] >= 0, (width, large)
        assert box["x"] + box["width"] <= width, (width, large)
    table.page.locator(".more > summary").click()
    table.page.locator("#presence").click()
    for _size in table.sizes(*SMALL):
        pass
    table.page.context.close()


def test_of_a_long_agenda_what_is_on_is_in_sight_and_the_page_stays_as_wide_as_it_is(
    hall: Hall, browser: Browser
) -> None:
    table = table_of(browser, hall, LANGUAGES[0])
    first = hall.meeting.items.get(position=1)
    for title in ("门前的灯", "晾衣架"):
        hall.do("add_item", uid=uuid4(), title=title)
    last = hall.meeting.items.get(title="晾衣架")
    hall.do("postpone_item", item=first.uid, until=timezone.localdate() + timedelta(days=9))
    table.page.locator(".nothing-on").wait_for()
    for _size in table.sizes(*SMALL):
        pass
    width, height = TABLET_UPRIGHT
    table.page.set_viewport_size({"width": width, "height": height})
    hall.do("start_item", item=last.uid)
    on = table.page.locator(f"#item-{last.uid}[aria-current]")
    on.wait_for()
    box = on.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    hall.do("end_item", item=last.uid)
    hall.do("start_item", item=first.uid)
    table.page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_ones_turn_and_ones_vote_come_first(
    hall: Hall, browser: Browser, language: str
) -> None:
    line = roll_of(hall.meeting)[2]
    hall.ends_all()
    phone = screen(browser, hall, language, "phone", line.person)
    hall.do("ask_floor", uid=uuid4(), roll=line.uid)
    hall.do("give_floor")
    phone.page.locator(".you-speak").wait_for()
    for _size in phone.sizes(*SMALL):
        assert phone.top(".you-speak") < phone.top("h1"), "before everything else"
    for (_width, height), _large in phone.sizes(PHONE):
        assert phone.bottom(".you-speak .clock") <= height - BAR
    hall.do("end_speech")
    hall.votes("named")
    phone.page.locator(".choices-vote").wait_for()
    for size, large in phone.sizes(*SMALL):
        if size == PHONE:
            choices = phone.page.locator(".choices-vote button")
            assert phone.bottom(choices.first if large else choices.last) <= size[1] - BAR
    hall.ends_all()
    phone.page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_wall_all_is_in_sight_and_nothing_over_another(
    hall: Hall, browser: Browser, language: str
) -> None:
    line = roll_of(hall.meeting)[2]
    hall.ends_all()
    wall = screen(browser, hall, language, "wall")
    seen = []

    def looks(state: str) -> None:
        seen.append(state)
        for (width, height), _large in wall.sizes(*WALLS):
            tall = wall.page.evaluate("document.documentElement.scrollHeight")
            assert tall <= height, (state, width)
            assert wall.bottom(".wall-main") <= wall.top(".wall-foot") + 1, (state, width)
            assert wall.bottom(".wall-main > :last-child") <= wall.top(".wall-foot") + 1, state
            smallest = wall.page.evaluate(SMALLEST)
            # Three centimetres on a wall of two metres and a half.
            assert smallest >= width * 0.015, (state, smallest)

    looks("an item")
    hall.do("ask_floor", uid=uuid4(), roll=line.uid)
    hall.do("give_floor")
    wall.page.locator("[data-clock]").wait_for()
    looks("a clock")
    hall.do("end_speech")
    hall.votes("hands")
    wall.page.locator(".wall-vote").wait_for()
    looks("a vote")
    hall.announces()
    wall.page.locator(".tally").wait_for()
    assert wall.page.locator(".wall-join").count() == 0
    looks("a result")
    hall.ends_all()
    wall.page.context.close()
