"""People at their devices: a browser context each, signed in as a newcomer would do it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from accounts.models import User
from tests.e2e.words import zh
from tests.harness.browser import PATIENCE

Size = tuple[int, int]
PHONE: Final[Size] = (360, 740)
TABLET: Final[Size] = (1180, 820)
TABLET_UPRIGHT: Final[Size] = (820, 1180)
DESKTOP: Final[Size] = (1440, 900)


@dataclass
class Person:
    """Somebody with a page before them; `complaints` is what went wrong inside it."""

    page: Page
    site: str
    complaints: list[str] = field(default_factory=list)

    def reload(self) -> None:
        """Once all scripts of the page have run: one that answers a form has its own address then,
        and is not sent again.
        """
        self.page.wait_for_load_state()
        self.page.reload()

    def go(self, path: str) -> None:
        self.page.goto(self.site + path)

    def press(self, label: str, *, among: Locator | None = None) -> None:
        """Press what is called so, be it a button or a link."""
        within = among or self.page.locator("body")
        button = within.get_by_role("button", name=label, exact=True)
        link = within.get_by_role("link", name=label, exact=True)
        button.or_(link).first.click()

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label).first.fill(text)

    def show(self, photos: Sequence[FilePayload]) -> None:
        """Choose photos from the phone."""
        self.page.get_by_label(zh("Photos"), exact=True).set_input_files(photos)

    def tick(self, label: str) -> None:
        """Press the words beside the box, as fingers do."""
        self.page.locator("label").filter(has_text=label).first.click()

    def reads(self, text: str) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    def opens_at_desk(self, label: str, *, desk: str = "/desk/") -> None:
        """Open an act of the case on the desk: the first one there, or the one `desk` names."""
        self.go(desk)
        if "case=" not in self.page.url:
            self.page.locator("[data-row]").first.click()
            self.page.wait_for_url("**case=**")
        self.press(label, among=self.page.locator("#acts"))

    def resize(self, size: Size) -> None:
        """Turn the device; nothing may stick out at the side."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        assert self.page.evaluate("document.documentElement.scrollWidth") <= size[0]


class Visit(Protocol):
    def __call__(self, size: Size, *, who: User | None = None, script: bool = True) -> Person: ...


@contextmanager
def visits(browser: Browser, site: str) -> Iterator[Visit]:
    """Open browsers for people; in the end no script of any page may have failed."""
    people: list[Person] = []

    def visit(size: Size, *, who: User | None = None, script: bool = True) -> Person:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            java_script_enabled=script,
            has_touch=size != DESKTOP,
        )
        context.set_default_timeout(PATIENCE)
        person = Person(context.new_page(), site)
        person.page.on("pageerror", lambda error: person.complaints.append(str(error)))
        people.append(person)
        if who is not None:
            person.go("/sign-in/")
            pass_by_code(person, who)
        return person

    try:
        yield visit
    except Exception as fault:
        fault.add_note(f"What each of them saw last: {keep_pictures(people)}")
        raise
    finally:
        # A page left open draws and asks on, beside all tests that follow.
        for person in people:
            person.page.context.close()
    assert [complaint for person in people for complaint in person.complaints] == []


def keep_pictures(people: Sequence[Person]) -> Path:
    folder: Path = settings.VAR_DIR / "failures"
    folder.mkdir(parents=True, exist_ok=True)
    for number, person in enumerate(people):
        person.page.screenshot(path=folder / f"{number}.png", full_page=True)
    return folder


def walk_in(person: Person, who: User) -> None:
    """Signed in already, for what begins later; a number gets one code a minute."""
    session = Client()
    session.force_login(who, backend="grids.backends.PostingBackend")
    cookie = session.cookies[settings.SESSION_COOKIE_NAME]
    person.page.context.add_cookies(
        [{"name": cookie.key, "value": cookie.value, "url": person.site}]
    )


def pass_by_code(person: Person, who: User | str, *, button: str = "Sign in") -> None:
    """Give the number, read the message of the demo in a second tab, type its code."""
    number = str(who.phone) if isinstance(who, User) else who
    person.fill(zh("Your mobile number"), number.removeprefix("+86"))
    person.press(zh("Send me the code"))
    with person.page.expect_popup() as opened:
        person.page.locator(".notice a[href='/demo/sms/']").click()
    messages = opened.value
    code = messages.locator(".sms-own .sms-code").first.inner_text()
    messages.close()
    person.fill(zh("Code from the message"), code)
    person.press(zh(button), among=person.page.locator("main"))
    person.page.wait_for_url(lambda address: "/sign-in/" not in address)
