"""What people press at a sitting: at the table, on a phone, with the key of a secret vote."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Locator, expect

from tests.e2e.people import Person
from tests.e2e.words import zh


def begin(text: str) -> str:
    """As a button says it."""
    return text[:1].upper() + text[1:]


def next_act(table: Person, english: str) -> None:
    """The one act at the right edge, once it has come."""
    table.page.locator(".next-act").get_by_text(begin(zh(english)), exact=True).click()


def fold(table: Person, english: str, *, part: str = "item") -> Locator:
    """Open what is folded away, unless it is open; its form."""
    found = table.page.locator(f"[data-part={part}] details").filter(
        has=table.page.locator("summary", has_text=zh(english))
    )
    summary, form = found.last.locator("summary").first, found.last.locator("form").first
    summary.wait_for()
    if not form.is_visible():
        summary.click()
    return form


def press_in(form: Locator, english: str) -> None:
    form.get_by_role("button", name=zh(english), exact=True).click()


def taps(table: Person, names: Sequence[str], *, walks_in: str) -> None:
    """Members by a tap on their names, and somebody who is on no list."""
    table.page.locator("#presence").click()
    for name in names:
        button = table.page.get_by_role("button", name=name, exact=True)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
    table.page.get_by_label(zh("Walked in, by name")).fill(walks_in)
    press_in(table.page.locator(".walk-in"), "Write down")
    expect(table.page.locator(".names", has_text=walks_in)).to_be_visible()
    table.page.locator("#presence").click()


def moves(table: Person, text: str) -> None:
    form = fold(table, "Put it to the council in so many words")
    form.get_by_label(zh("What shall be decided")).fill(text)
    form.locator("button").last.click()
    expect(table.page.locator(".motion-text", has_text=text).first).to_be_visible()


def amends(table: Person, text: str) -> None:
    form = fold(table, "Amend it")
    form.get_by_label(zh("The whole new wording")).fill(text)
    press_in(form, "Move the amendment")
    expect(table.page.locator(".motion h3", has_text=zh("Amendment"))).to_be_visible()


def opens_vote(table: Person, way: str, tellers: Sequence[str]) -> None:
    next_act(table, "open the vote")
    form = table.page.locator("#open-vote form")
    form.locator("label.tick").filter(has_text=way).first.click()
    for role, name in zip(("teller_one", "teller_two"), tellers, strict=True):
        form.locator(f"[name={role}]").select_option(label=name)
    press_in(form, "Open the vote")
    expect(table.page.locator(".vote-sheet")).to_be_visible()


def counts(table: Person, **hands: int) -> None:
    """By the steppers, as many taps as hands."""
    for choice, number in hands.items():
        for _tap in range(number):
            table.page.locator(f"[data-step='1'][data-for='count-{choice}']").click()
    expect(table.page.locator("[data-adds-up]")).to_contain_text("✓")
    next_act(table, "that is the count")
    next_act(table, "announce the result")
    expect(table.page.locator(".tally")).to_be_visible()


def votes_at_table(table: Person, name: str, choice: str) -> None:
    """The tablet is handed over, and handed back."""
    table.page.locator("summary", has_text=zh("Somebody votes on this tablet")).click()
    table.press(name, among=table.page.locator(".at-table ul, ul.at-table"))
    casts(table, choice)
    table.press(zh("Done: hand the tablet back"))
    expect(table.page.locator(".vote-sheet")).to_be_visible()


def casts(person: Person, choice: str) -> None:
    person.page.locator(".ballot label.tick", has_text=choice).first.click()
    person.press(zh("Cast the ballot"))
    person.reads(zh("The vote is in. Until the close you can vote again, and the last one counts."))


def decides(table: Person, effect: str, *, minority: str = "") -> None:
    form = table.page.locator("#adopt form")
    if not form.is_visible():
        next_act(table, "write down the decision")
    form.locator("label.tick", has_text=effect).first.click()
    form.get_by_label(zh("What the minority says")).fill(minority)
    press_in(form, "Write it down")
    expect(table.page.locator(".decided")).to_be_visible()


def asks(table: Person, body: str, text: str, due: str) -> None:
    form = fold(table, "Who shall do it")
    form.get_by_label(zh("What they shall do")).fill(text)
    form.get_by_label(zh("Until when")).fill(due)
    form.locator("[name=body]").select_option(label=body)
    press_in(form, "Ask them")
    expect(table.page.locator(".pledge", has_text=text)).to_be_visible()
