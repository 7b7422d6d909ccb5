"""Strange values and scripts at the pages of venues, contacts and calls."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.models import User
from council.actions.calls.open_call import open_call
from council.actions.contacts.plan_month import plan_month
from council.actions.contacts.write_contact import NewContact, write_contact
from council.actions.venues.book import book
from council.enums.contacts import ContactWay
from council.models import Call, Council, CouncilMember
from council.order.contacts import month_of
from tests.council.actions.test_calls import asked
from tests.council.conftest import a_member
from tests.harness.signing_in import signed_in
from tests.hostile.strange import URL_ENCODED, each_alone, encoded, of_each_kind
from tests.hostile.test_scripts import BAD, SCRIPT
from tests.hostile.test_values import FINE
from tests.matrix.drawing import undrawn
from tests.matrix.wrong import drawn
from tests.world import World

# What would be done with each form as it stands.
GOOD = {"day": "2030-01-01", "begins": "09:00", "ends": "10:00", "way": "door"}
FORMS = {
    "/venues/ZJD01/book/": ["day", "begins", "ends", "purpose"],
    "/contacts/plan/": ["households", "building", "month", "council"],
    "/contacts/write/": ["plan", "way", "opinion", "building", "held_at", "raises"],
    "/councils/ZJD-1/open-call/": ["title_of_call", "prompt", "opens_on", "closes_on", "grids"],
    "/raise/": ["call", "named"],
}
QUERIES = {
    "/venues/ZJD01/calendar/": "week",
    "/venues/ZJD01/book/": "day",
    "/contacts/": "month",
    "/contacts/write/": "plan",
    "/calls/": "community",
    "/raise/": "call",
}


@pytest.fixture
def sitter(world: World) -> User:
    """The head of the grid, who sits in its council too: all forms are open to them."""
    council = Council.objects.create(body=world.grid)
    a_member(council, world.grid_head)
    return world.grid_head


@pytest.mark.parametrize("path", FORMS)
def test_strange_values_get_a_sentence_or_stay_words(sitter: User, path: str) -> None:
    client, number = signed_in(sitter), [*FORMS].index(path)
    form, names = drawn(client, path), FORMS[path]
    assert form is not None
    alone = ({**GOOD, **one} for one in each_alone(form, names, number))
    with undrawn():
        for sent in [*of_each_kind(names, number), *alone]:
            body = encoded({"submission": str(uuid4()), **sent})
            answer = client.post(path, body, content_type=URL_ENCODED)
            assert answer.status_code in {302, 409, 422}, (path, sent)


@pytest.mark.parametrize("path", QUERIES)
def test_strange_values_in_the_address_bar_break_no_page(sitter: User, path: str) -> None:
    client = signed_in(sitter)
    for query in of_each_kind([QUERIES[path]], [*QUERIES].index(path)):
        assert client.get(f"{path}?{encoded(query)}").status_code in FINE, (path, query)


def test_a_script_that_somebody_typed_stands_there_as_letters(world: World, sitter: User) -> None:
    now, today = timezone.now(), timezone.localdate()
    User.objects.filter(pk=sitter.pk).update(name=SCRIPT)
    sitter.refresh_from_db()
    council = Council.objects.get()
    member = CouncilMember.objects.get()
    day = timezone.localtime(now).replace(hour=9, minute=0) + timedelta(days=2)
    book(
        world.venue, actor=sitter, now=now, begins=day, ends=day.replace(hour=10),
        purpose=BAD[:60],
    )  # fmt: skip
    plan_month(member, actor=sitter, now=now, month=month_of(today), households=[BAD[:40]])
    write_contact(
        member, actor=sitter, now=now, held=NewContact(way=ContactWay.DOOR, opinion=BAD),
    )  # fmt: skip
    given = asked(title=BAD[:40], prompt=BAD, opens_on=today, closes_on=today)
    open_call(council, actor=sitter, now=now, asked=given)
    call = Call.objects.get()
    week = day.date().isoformat()
    for path in (
        f"/venues/ZJD01/calendar/?week={week}",
        "/contacts/",
        "/contacts/write/",
        "/calls/",
        f"/calls/{call.uid}/",
        f"/raise/?call={call.uid}",
        "/councils/ZJD-1/",
    ):
        page = signed_in(sitter).get(path).content.decode()
        assert SCRIPT not in page, path
        assert "<img src=x" not in page, path
