"""What nobody would type into forms of sittings, seats, pledges and minutes: a sentence each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from accounts.models import User
from council.addresses import address_of_candidacy
from council.enums.decisions import Effect
from council.models import Council, Meeting
from tests.council.actions.test_way_to_a_seat import posted
from tests.council.conftest import a_member, candidacy, council
from tests.council.held import held
from tests.council.sittings import a_draft, a_sitting_now, items_of
from tests.council.table.doing import do
from tests.council.table.test_decisions import asked
from tests.council.views.test_bookings import tomorrow
from tests.harness.signing_in import signed_in
from tests.hostile.strange import (
    OF_ALL_FORMS,
    OF_WORDS,
    URL_ENCODED,
    encoded,
    kinds_for,
    of_each_kind,
    own_fields,
)
from tests.hostile.test_scripts import SCRIPT
from tests.issues.sitting import hard
from tests.matrix.drawing import undrawn
from tests.matrix.wrong import drawn
from tests.world import World

__all__ = ["candidacy", "council"]

LONG = "王" * 200
# Alone in a field, it breaks a number or a column.
DIGITS = "9" * 5000
ANSWERED = {302, 409, 422}
Asked = tuple[User, str]


def of_a_draft(world: World, council: Council) -> list[Asked]:
    # Whose time is over is not called, so its page would lead away.
    meeting = a_draft(world, council, starts_at=tomorrow(9))
    at, item = f"/sittings/{meeting.uid}/", items_of(meeting)[0].uid
    acts = ("call", "edit", "invite", "put-on", "agenda", "cancel", "rehearse")
    about = ("take-off", "postpone")
    head = world.grid_head
    return [
        *((head, f"{at}{act}/") for act in acts),
        *((head, f"{at}{act}/{item}/") for act in about),
        (head, "/sittings/new/?council=ZJD-1"),
        (head, "/sittings/talk/?council=ZJD-1"),
    ]


def of_one_that_runs(world: World, council: Council) -> list[Asked]:
    meeting = a_sitting_now(world, council)
    do(meeting, "end_item", now=timezone.now())
    at, item = f"/sittings/{meeting.uid}/", items_of(meeting)[1].uid
    return [(world.grid_head, f"{at}next/"), (world.resident, f"{at}opinion/{item}/")]


def of_minutes(world: World, council: Council) -> list[Asked]:
    at = f"/sittings/{held(world, council).uid}/minutes/"
    return [(world.grid_worker, f"{at}{act}/") for act in ("correct", "finish", "add_sheet")]


def of_seats(world: World, council: Council) -> list[Asked]:
    member = a_member(council, world.mediator)
    at = f"/councils/ZJD-1/members/{member.uid}/"
    return [
        (world.resident, "/councils/ZJD-1/recommend/"),
        (world.mediator, f"{at}excuse/"),
        (world.mediator, f"{at}resign/"),
        (world.lead, f"{at}recall/"),
        (world.lead, f"{at}renew/"),
    ]


def of_a_pledge(world: World, council: Council) -> list[Asked]:
    for person in (world.resident, world.neighbour):
        a_member(council, person)
    meeting = a_sitting_now(world, council, items=[hard(world).reference])
    item = items_of(meeting)[0].uid
    do(meeting, "adopt", uid=uuid4(), item=item, effect=Effect.TO_DELIVER, text="清淤")
    pledge = asked(meeting, item, world.housing.code)
    return [(world.clerk, f"/pledges/{pledge.uid}/{act}/") for act in ("accept", "decline")]


FORMS: Mapping[str, Callable[[World, Council], list[Asked]]] = {
    "a draft": of_a_draft,
    "one that runs": of_one_that_runs,
    "minutes": of_minutes,
    "seats": of_seats,
    "a pledge": of_a_pledge,
}


def answered(client: Client, path: str, sent: Mapping[str, str]) -> int:
    """What it did is taken back, so that the next finds all as it was."""
    body = encoded({"submission": str(uuid4()), **sent})
    with transaction.atomic(), undrawn():
        status = client.post(path, body, content_type=URL_ENCODED).status_code
        transaction.set_rollback(True)
    return int(status)


@pytest.mark.parametrize("of", FORMS)
def test_strange_values_get_a_sentence_or_stay_words(
    world: World, council: Council, of: str
) -> None:
    for number, (who, path) in enumerate(FORMS[of](world, council), [*FORMS].index(of)):
        client = signed_in(who)
        form = drawn(client, path)
        assert form is not None, path
        alone = [*own_fields(form), OF_ALL_FORMS[number % len(OF_ALL_FORMS)]]
        sent = [*of_each_kind(form.fields, number, kinds_for(form, number))]
        sent += [{name: DIGITS} for name in alone]
        lost = [one for one in sent if answered(client, path, one) not in ANSWERED]
        assert lost == [], path


def test_strange_values_on_the_way_to_a_seat(world: World, candidacy: Any) -> None:
    posted(world, candidacy)
    at = address_of_candidacy(candidacy)
    forms = [
        (world.neighbour, "object"),
        (world.neighbour, "second"),
        (world.staff, "answer_objection"),
        (world.staff, "refuse"),
        (world.lead, "confirm"),
        (world.lead, "appoint"),
        (world.resident, "withdraw"),
    ]
    names = ["text", "answer", "objection", "reason", "met_on", "first_day", "version"]
    for number, (who, act) in enumerate(forms):
        client = signed_in(who)
        form = drawn(client, f"{at}{act}/")
        # What is not open to them now is refused whatever is in it.
        kinds = kinds_for(form, number) if form else OF_WORDS
        for sent in of_each_kind(names, number, kinds):
            assert answered(client, f"{at}{act}/", sent) in ANSWERED, (act, sent)


def test_a_name_of_two_hundred_letters_is_said_to_be_too_long_and_stays(
    world: World, council: Council
) -> None:
    client = signed_in(world.resident)
    said = {"good_standing": "公道", "ability": "会办事", "warmth": "热心", "kind": "resident"}
    sent = {"submission": str(uuid4()), "name": LONG, **said}
    answer = client.post("/councils/ZJD-1/recommend/", sent)
    assert answer.status_code == 422
    assert answer.context["form"].errors["name"]
    assert LONG in answer.content.decode()
    head = signed_in(world.grid_head)
    answer = head.post("/sittings/new/?council=ZJD-1", {"submission": str(uuid4()), "name": LONG})
    assert answer.context["form"].errors["name"]
    assert LONG in answer.content.decode()


@pytest.fixture
def typed(world: World, council: Council) -> Meeting:
    """A sitting that runs, with a script wherever somebody may type, and as everybody's name."""
    User.objects.update(name=SCRIPT)
    for person in (world.resident, world.neighbour, world.mediator):
        a_member(council, person)
    issue = hard(world)
    plan: dict[str, Any] = {"title": SCRIPT, "place": SCRIPT, "items": [issue.reference, SCRIPT]}
    meeting = a_sitting_now(world, council, **plan)
    first, second = (item.uid for item in items_of(meeting))
    now: dict[str, Any] = {"now": timezone.now()}
    signed_in(world.resident).post(
        f"/sittings/{meeting.uid}/opinion/{second}/",
        {"submission": str(uuid4()), "stance": "for", "words": SCRIPT},
    )
    do(meeting, "find", item=first, text=SCRIPT, **now)
    do(
        meeting, "adopt", uid=uuid4(), item=first, effect="deliver", text=SCRIPT, minority=SCRIPT,
        owners_note=SCRIPT, assembly_note=SCRIPT, **now,
    )  # fmt: skip
    due = f"{meeting.starts_at.year + 1}-01-01"
    asked_of: list[dict[str, Any]] = [{"outside_name": SCRIPT}, {"body": world.housing.code}]
    for whom in asked_of:
        do(
            meeting, "ask_pledge", uid=uuid4(), item=first, text=SCRIPT, due_on=due, **whom, **now,
        )  # fmt: skip
    return meeting


def test_a_script_in_every_field_stands_there_as_letters(world: World, typed: Meeting) -> None:
    clerk, at = signed_in(world.clerk), f"/sittings/{typed.uid}/"
    pledge = typed.items.get(position=1).resolution.pledges.get(body=world.housing)
    page = f"/pledges/{pledge.uid}/"
    pages = [clerk.get(page), clerk.get("/pledges/"), clerk.get("/notices/")]
    sent = {"submission": str(uuid4()), "reason": SCRIPT}
    assert clerk.post(f"{page}decline/", sent).status_code == 302
    head, worker = signed_in(world.grid_head), signed_in(world.grid_worker)
    names = ("", "table/", "phone/", "next/", "print/sign-in/", "print/record/", "print/ballots/")
    pages += [head.get(f"{at}{name}") for name in names]
    now: dict[str, Any] = {"now": timezone.now()}
    do(typed, "end_item", **now)
    do(typed, "close", **now)
    pages += [worker.get(f"{at}{name}") for name in ("", "minutes/", "minutes/correct/")]
    pages += [clerk.get(page), Client().get("/sittings/"), Client().get("/councils/ZJD-1/")]
    pages += [signed_in(who).get("/notices/") for who in (world.staff, world.resident)]
    assert {one.status_code for one in pages} == {200}
    shown = "".join(one.content.decode() for one in pages)
    assert SCRIPT not in shown
    assert shown.count("&lt;script&gt;alert(1)") > len(pages)
