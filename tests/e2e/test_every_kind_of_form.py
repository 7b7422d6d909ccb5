"""A doubled press and a lost line, tried with each kind of form that people send."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect

from accounts.models import LocalMessage, SentCode, User
from council.enums.members import CandidacyState
from council.models import Booking, Candidacy, Contact, Objection
from issues.models import Addition, Issue, Response, Support, Verdict
from tests.e2e.conftest import Town
from tests.e2e.people import PHONE, TABLET, Person, Size, visits, walk_in
from tests.e2e.words import zh
from tests.harness.waiting import wait_until
from tests.issues.staging import published, settled
from tests.matrix.councils import a_candidacy, a_member
from tests.matrix.stage import Stage
from tests.world import World

NUMBER = "13912340077"


@dataclass(frozen=True)
class Kind:
    """`told` is what stands on the page once it is done, `done` how often it was."""

    name: str
    who: str
    address: str
    button: str
    told: str
    done: Callable[[Issue], int]
    bring: Callable[[World], Issue] = published
    field: str = ""
    typed: str = ""
    tick: str = ""
    size: Size = PHONE

    def open(self, person: Person, issue: Issue) -> None:
        person.go(self.address.format(issue.reference))
        if self.tick:
            person.tick(zh(self.tick, context="word"))
        if self.field:
            person.page.locator(self.field).fill(self.typed)

    def press(self, person: Person, *, twice: bool = False) -> None:
        button = person.page.get_by_role("button", name=zh(self.button), exact=True).first
        if twice:
            button.dblclick()
        else:
            button.click()

    def keeps(self, person: Person) -> None:
        if self.field:
            expect(person.page.locator(self.field)).to_have_value(self.typed)
        if self.tick:
            expect(person.page.locator("main input[type=radio]:checked")).to_have_count(1)

    @property
    def cut(self) -> str:
        """Nothing is said of words where none were written."""
        is_written = self.typed or self.tick
        return f"The connection is lost.{' What you wrote is still here.' if is_written else ''}"


def large_print(_issue: Issue) -> int:
    return User.objects.filter(large_print=True).count()


CANDIDATE = "11111111-2222-4333-8444-555555555555"


def with_a_council(world: World) -> Issue:
    """The neighbour sits in it, a name is posted; nothing is booked, noted or objected to yet."""
    for kind in (Booking, Contact, Objection):
        kind._default_manager.all().delete()
    stage = Stage(world=world, people={})
    a_member(stage)
    posted = a_candidacy(stage, CandidacyState.POSTED)
    Candidacy.objects.filter(pk=posted.pk).update(uid=CANDIDATE)
    return published(world)


KINDS = (
    Kind(
        "a neighbour objects to a candidate", "neighbour",
        f"/councils/ZJD-1/candidates/{CANDIDATE}/object/", "Send the objection",
        "Your objection has arrived. The community answers you.",
        lambda _issue: Objection.objects.count(),
        bring=with_a_council, field="main textarea", typed="她已经搬走了。",
    ),
    Kind(
        "a member books a venue", "neighbour", "/venues/ZJD01/book/", "Book it",
        "Booked. It stands on the calendar.",
        lambda _issue: Booking.objects.count(),
        bring=with_a_council, field="main input[name=purpose]", typed="楼道杂物怎么清",
    ),
    Kind(
        "a member writes down a contact", "neighbour", "/contacts/write/", "Write it down",
        "Written down.",
        lambda _issue: Contact.objects.count(),
        bring=with_a_council, field="main textarea", typed="三楼说下水道又堵了。",
    ),
    Kind(
        "a resident adds something", "neighbour", "/issues/{}/add/", "Send",
        "Thank you. Those who have it are told; others see it once it is checked.",
        lambda issue: Addition.objects.filter(issue=issue).count(),
        field="main textarea", typed="四楼的灯也不亮。",
    ),
    Kind(
        "a resident says me too", "neighbour", "/issues/{}/support/", "The same happened to us",
        "Noted: the same happened to you. Under “Mine” you follow what becomes of it.",
        lambda issue: Support.objects.filter(issue=issue).count(),
    ),
    Kind(
        "a resident gives their word", "resident", "/issues/{}/confirm/", "Send my word",
        "Thank you. Your word is written down.",
        lambda issue: Verdict.objects.filter(issue=issue).count(),
        bring=settled, field="main textarea", typed="还是有味道。", tick="Partly solved",
    ),
    Kind(
        "a worker answers", "grid_worker", "/issues/{}/act/respond/", "Send the answer",
        "Your answer is written down; the resident will be told.",
        lambda issue: Response.objects.filter(issue=issue).count(),
        field="main textarea[name=text]", typed="下午来看。", size=TABLET,
    ),
    Kind(
        "somebody signs in", "", "/sign-in/", "Send me the code", "What does the message say?",
        lambda _issue: LocalMessage.objects.filter(phone=f"+86{NUMBER}").count(),
        field="main input[name=phone]", typed=NUMBER,
    ),
    Kind(
        "somebody reads large print", "neighbour", "/venues/", "Large print", "Usual print",
        large_print,
    ),
)  # fmt: skip


def kinds() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])


def come(person: Person, town: Town, kind: Kind) -> Issue:
    """Before the form, with nothing done yet."""
    issue = kind.bring(town.world)
    User.objects.update(large_print=False)
    LocalMessage.objects.all().delete()
    SentCode.objects.all().delete()
    if kind.who:
        walk_in(person, getattr(town.world, kind.who))
    kind.open(person, issue)
    return issue


@kinds()
@pytest.mark.parametrize("script", [True, False], ids=["with script", "without"])
def test_pressed_twice_it_is_done_once_and_told_once(
    town: Town, browser: Browser, kind: Kind, script: bool
) -> None:
    with visits(browser, town.url) as visit:
        person = visit(kind.size, script=script)
        issue = come(person, town, kind)
        kind.press(person, twice=True)
        person.reads(zh(kind.told))
        told = person.page.get_by_text(zh(kind.told), exact=True)
        expect(told).to_have_count(1)
    assert kind.done(issue) == 1


@kinds()
def test_a_lost_line_is_said_and_what_was_typed_goes_out_later(
    town: Town, browser: Browser, kind: Kind
) -> None:
    with visits(browser, town.url) as visit:
        person = visit(kind.size)
        issue = come(person, town, kind)
        person.page.context.set_offline(True)
        kind.press(person)
        person.reads(zh(kind.cut))
        kind.keeps(person)
        assert kind.done(issue) == 0
        person.page.context.set_offline(False)
        kind.press(person)
        person.reads(zh(kind.told))
        wait_until(lambda: kind.done(issue) == 1, what=kind.name)
