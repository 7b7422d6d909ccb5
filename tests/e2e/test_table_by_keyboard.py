"""The table by keyboard alone, from the first name to the decision."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Browser, Locator, expect

from council.models import Meeting, Resolution
from tests.council.sittings import NAMES, a_called_sitting, a_council
from tests.e2e.people import TABLET, Person, visits, walk_in
from tests.e2e.sitting import begin
from tests.e2e.words import zh
from tests.harness.common_site import Common
from tests.world import World

MEMBERS = 4
MOTION = "快递柜移到南门东侧"
# As many keys as nobody presses who knows where they want to go.
MOST_TABS = 60
HERE = "element => element.contains(document.activeElement)"


class Keyboard:
    """A person without a mouse: what they press is where the focus is."""

    def __init__(self, person: Person) -> None:
        self.page = person.page

    def reach(self, place: Locator) -> Locator:
        """By Tab, from where the last act left the focus, which is never nowhere."""
        place.wait_for()
        for _tab in range(MOST_TABS):
            if place.evaluate(HERE):
                return place
            self.press("Tab")
        raise AssertionError(f"{MOST_TABS} tabs do not lead to {place}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def enter(self, place: Locator) -> None:
        self.reach(place)
        self.press("Enter")

    def next_act(self, english: str, *, name: str = "") -> None:
        """Within three keys of where the last act left the focus, if that was the last one."""
        label = begin(zh(english).format(name=name))
        self.enter(
            self.page.locator(".next-act").get_by_text(label, exact=True).locator("xpath=..")
        )

    def is_somewhere(self) -> None:
        assert self.page.evaluate("document.activeElement !== document.body")


def test_a_sitting_is_run_by_keyboard(common_site: Common, browser: Browser) -> None:
    world = common_site.world
    meeting = called(world)
    with visits(browser, common_site.url) as visit:
        person = visit(TABLET)
        walk_in(person, world.grid_head)
        person.go(f"/sittings/{meeting.uid}/table/")
        keys = Keyboard(person)
        presence(keys)
        keys.next_act("open the sitting")
        expect(person.page.locator(".next-act")).to_contain_text(begin(zh("begin this item")))
        keys.is_somewhere()
        keys.next_act("begin this item")
        floor(keys)
        moves(keys)
        votes(keys)
        decides(keys)
        keys.next_act("end this item")
        expect(person.page.locator("#on-table")).to_have_count(0)
        keys.is_somewhere()
    assert Resolution.objects.get().text == MOTION


def called(world: World) -> Meeting:
    now = timezone.now()
    return a_called_sitting(
        world,
        a_council(world, members=MEMBERS),
        now=now - timedelta(days=1),
        starts_at=now + timedelta(minutes=10),
        items=["快递柜占道", "充电桩"],
    )


def presence(keys: Keyboard) -> None:
    """A tap and the focus stays where it was, so that the next name is one key away."""
    keys.enter(keys.page.locator("#presence"))
    for name in NAMES[: MEMBERS - 1]:
        tap = keys.page.get_by_role("button", name=name, exact=True)
        keys.reach(tap)
        keys.press("Space")
        expect(tap).to_have_attribute("aria-pressed", "true")
        expect(tap).to_be_focused()
    expect(keys.page.locator(".enough")).to_be_visible()


def floor(keys: Keyboard) -> None:
    """Somebody without a phone is put on the list, called, and thanked."""
    keys.reach(keys.page.locator("#ask-for"))
    keys.press("ArrowDown")
    expect(keys.page.locator("#ask-for")).not_to_have_value("")
    keys.enter(keys.page.get_by_role("button", name=zh("Put on the list")))
    name = keys.page.locator(".waiting b").inner_text()
    keys.is_somewhere()
    keys.next_act("Give {name} the floor", name=name)
    expect(keys.page.locator(".speaker")).to_contain_text(name)
    keys.reach(keys.page.locator("#note-speech"))
    keys.page.keyboard.type("门口太窄")
    keys.press("Enter")
    keys.next_act("{name} has finished", name=name)
    expect(keys.page.locator(".speaker")).to_have_count(0)


def moves(keys: Keyboard) -> None:
    keys.reach(keys.page.locator("#move-text"))
    keys.page.keyboard.type(MOTION)
    keys.enter(keys.page.get_by_role("button", name=zh("Put it"), exact=True))
    expect(keys.page.locator(".motion-text", has_text=MOTION).first).to_be_visible()
    keys.is_somewhere()


def votes(keys: Keyboard) -> None:
    keys.next_act("open the vote")
    expect(keys.page.locator("#open-vote [name=way]").first).to_be_focused()
    for role in ("teller_one", "teller_two"):
        keys.reach(keys.page.locator(f"[name={role}]"))
        keys.press(*["ArrowDown"] * (1 if role == "teller_one" else 2))
    keys.enter(keys.page.get_by_role("button", name=zh("Open the vote"), exact=True))
    expect(keys.page.locator(".vote-sheet")).to_be_visible()
    keys.is_somewhere()
    for _hand in range(2):
        keys.reach(keys.page.locator("[data-step='1'][data-for=count-yes]"))
        keys.press("Enter")
    keys.reach(keys.page.locator("#count-no"))
    keys.press("1")
    expect(keys.page.locator("[data-adds-up]")).to_contain_text("✓")
    keys.next_act("that is the count")
    expect(keys.page.locator(".tally")).to_be_visible()
    keys.next_act("announce the result")


def decides(keys: Keyboard) -> None:
    """The sheet stands open already; the act leads to its first field."""
    keys.next_act("write down the decision")
    expect(keys.page.locator("#adopt [name=effect]").first).to_be_focused()
    keys.press("Space")
    keys.enter(keys.page.locator("#adopt").get_by_role("button", name=zh("Write it down")))
    expect(keys.page.locator(".decided")).to_be_visible()
    keys.is_somewhere()
