"""Somebody of the demo at a device of their own, led by the words of a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from playwright.sync_api import Locator

from tests.e2e.people import DESKTOP, PHONE, TABLET, Person, Size, Visit
from tests.e2e.tour.rows import Row

# The form of an act that is open at a desk.
PANEL: Final = "#acts .act-panel:has(form)"
SIZES: Final[dict[str, Size]] = {"phone": PHONE, "tablet": TABLET, "desktop": DESKTOP}


@dataclass
class Guide:
    """`visit` opens a browser; each row begins as its persona, in its size, at the page it has."""

    visit: Visit
    # What one walk leaves for the next: the code of the table.
    kept: dict[str, str] = field(default_factory=dict)

    def starts(self, row: Row) -> Led:
        person = self.visit(SIZES[row.on])
        if row.name == "nobody":
            person.go("/")
        else:
            be(person, row.name)
        return Led(person, list(row.words))


@dataclass
class Led:
    """The words still to be pressed; whoever leaves some has not walked the row."""

    person: Person
    words: list[str]

    def press(self, *, among: Locator | None = None) -> str:
        """The next word: an address in backticks is gone to, a key is pressed."""
        word = self.words.pop(0)
        if word.startswith("`/"):
            self.person.go(word.strip("`"))
        elif word.startswith("`"):
            # Eyes would see that the page is still being drawn anew.
            self.person.page.wait_for_load_state("networkidle")
            self.person.page.keyboard.press(word.strip("`"))
        else:
            named(among or self.person.page.locator("body"), word).first.click()
            self.person.page.wait_for_load_state()
        return word

    def press_until(self, last: str) -> None:
        """All words before this one."""
        while self.words[0] != last:
            self.press()

    def press_all(self) -> None:
        while self.words:
            self.press()


Walk = Callable[[Guide, Led], None]


def named(within: Locator, word: str) -> Locator:
    """What can be pressed and is called so; otherwise what has these words in its name."""
    labelled = within.locator("a, button").filter(has=within.page.get_by_text(word, exact=True))
    ways = [
        _called(within, word, exact=True),
        # A count may stand beside the word.
        labelled.locator("visible=true"),
        _called(within, word, exact=False),
        within.locator("summary, label", has_text=word).locator("visible=true"),
    ]
    ways[0].or_(ways[1]).or_(ways[2]).or_(ways[3]).first.wait_for()
    return next(way for way in ways if way.count())


def _called(within: Locator, word: str, *, exact: bool) -> Locator:
    button = within.get_by_role("button", name=word, exact=exact)
    found = button.or_(within.get_by_role("link", name=word, exact=exact))
    return found.locator("visible=true")


def be(person: Person, name: str) -> None:
    person.go("/demo/")
    card = person.page.locator(".persona").filter(
        has=person.page.get_by_role("heading", name=name, exact=True)
    )
    card.get_by_role("button").click()
    person.page.wait_for_url(lambda address: "/demo/" not in address)
