"""What somebody sends from two pages, each with a key of its own, is done once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import models
from django.test import Client

from acting.refusals import Refused
from council.actions.calls.open_call import NewCall, open_call
from council.actions.candidacies.recommend import recommend
from council.actions.contacts.write_contact import NewContact, write_contact
from council.actions.meetings.convene import convene
from council.actions.meetings.record_talk import record_talk
from council.actions.members.excuse import excuse
from council.actions.members.recall import recall
from council.actions.members.renew import renew
from council.actions.members.resign import resign
from council.actions.venues.book import book
from council.addresses import address_of_candidacy
from council.enums.contacts import ContactWay
from council.enums.meetings import Manner
from council.inputs import TalkOnTheSpot
from council.models import (
    Absence,
    Booking,
    Call,
    Candidacy,
    Contact,
    Council,
    CouncilMember,
    Meeting,
)
from council.refusals import WrongState
from issues.models import Issue
from ledger.models import Entry
from tests.council.conftest import NOW, recommended
from tests.council.sittings import a_plan
from tests.harness.signing_in import signed_in
from tests.world import World

# With what is masked where everybody reads it.
ONCE, TWICE = "清淤一次，打 13812345678", "清淤两次，打 13812345678"
LATER = NOW + timedelta(minutes=2)
TAKES_PLACE = NOW + timedelta(days=2)
Sends = Callable[[World, CouncilMember, str, bool], object]


def talk(world: World, member: CouncilMember, words: str, again: bool) -> object:
    now = LATER if again else NOW
    told = TalkOnTheSpot(title="灯", note=words, party="老赵", began_at=now - timedelta(minutes=20))
    return record_talk(member.council, actor=world.grid_worker, now=now, talk=told)


def plan(world: World, member: CouncilMember, words: str, again: bool) -> object:
    now = LATER if again else NOW
    return convene(
        member.council,
        actor=world.grid_head,
        now=now,
        plan=a_plan(world, title=words, venue=None, place="院里"),
    )


def stands(world: World, member: CouncilMember, words: str, again: bool) -> object:
    now, told = LATER if again else NOW, replace(recommended(words))
    return recommend(member.council, actor=world.resident, now=now, recommendation=told)


def asks(world: World, member: CouncilMember, words: str, again: bool) -> object:
    day, now = NOW.date(), LATER if again else NOW
    told = NewCall(title=words, prompt="种花？", opens_on=day, closes_on=day + timedelta(days=9))
    return open_call(member.council, actor=world.grid_head, now=now, asked=told)


def saw(world: World, member: CouncilMember, words: str, again: bool) -> object:
    held, now = NewContact(way=ContactWay.DOOR, opinion=words), LATER if again else NOW
    return write_contact(member, actor=world.neighbour, now=now, held=held)


def books(world: World, member: CouncilMember, words: str, again: bool) -> object:
    """Other words are for another day: at the same time the place is taken."""
    now, begins = LATER if again else NOW, TAKES_PLACE + timedelta(days=words == TWICE)
    given: dict[str, Any] = {"begins": begins, "ends": begins + timedelta(hours=1)}
    return book(world.venue, actor=world.grid_worker, now=now, purpose=words, **given)


@pytest.mark.parametrize(
    ("send", "model"),
    [
        pytest.param(talk, Meeting, id="talk"),
        pytest.param(plan, Meeting, id="sitting"),
        pytest.param(stands, Candidacy, id="candidacy"),
        pytest.param(asks, Call, id="call"),
        pytest.param(saw, Contact, id="contact"),
        pytest.param(books, Booking, id="booking"),
    ],
)
def test_the_same_twice_is_done_once_and_other_words_are_another(
    world: World, council: Council, member: CouncilMember, send: Sends, model: type[models.Model]
) -> None:
    rows = model._default_manager
    before = rows.count()
    first = send(world, member, ONCE, False)
    entries = Entry.objects.count()
    assert send(world, member, ONCE, True) == first
    assert (rows.count(), Entry.objects.count()) == (before + 1, entries)
    assert send(world, member, TWICE, True) != first
    assert rows.count() == before + 2


def test_what_is_planned_otherwise_is_another_sitting(world: World, council: Council) -> None:
    """The same hour and title, but elsewhere, run by others, or with another council."""
    other = Council.objects.create(body=world.other_grid)
    plans = [
        a_plan(world, venue=None, **more)
        for more in (
            {"place": "院里"},
            {"place": "树下"},
            {"place": "院里", "recorder": None},
            {"place": "院里", "manner": Manner.RULES},
            {"place": "院里", "councils": (other,)},
        )
    ]
    sent = [convene(council, actor=world.staff, now=NOW, plan=plan) for plan in (*plans, *plans)]
    assert len({meeting.pk for meeting in sent}) == len(plans)
    assert sent[: len(plans)] == sent[len(plans) :]


def test_other_words_for_somebody_recommended_already_are_not_lost_unsaid(
    world: World, council: Council
) -> None:
    first = recommended("赵奶奶")
    recommend(council, actor=world.resident, now=NOW, recommendation=first)
    other = replace(first, warmth="谁家有事她都去。")
    with pytest.raises(Refused, match="已经推荐过") as refused:
        recommend(council, actor=world.resident, now=LATER, recommendation=other)
    assert refused.value.field == "name"
    assert recommend(council, actor=world.neighbour, now=LATER, recommendation=other)


def test_what_a_household_said_is_raised_once_from_the_one_note_of_it(
    world: World, member: CouncilMember
) -> None:
    """Written down, then raised from another page, and from one more."""
    held = NewContact(way=ContactWay.DOOR, opinion=ONCE, building=world.building)
    sent = [(NOW, held), *((LATER, replace(held, raises=True)) for _page in range(2))]
    notes = [write_contact(member, actor=world.neighbour, now=now, held=one) for now, one in sent]
    assert len(set(notes)) == Contact.objects.count() == Issue.objects.count() == 1


def test_who_does_it_from_two_pages_is_led_where_the_first_led_and_told_so(
    world: World, candidacy: Candidacy
) -> None:
    address = address_of_candidacy(candidacy)
    staff, lead = signed_in(world.staff), signed_in(world.lead)

    def sent(client: Client, **more: str) -> Any:
        page = {"submission": str(uuid4()), "version": str(candidacy.version), "phone": ""}
        return client.post(f"{address}note_consent/", {**page, "way": "in_person", **more})

    assert [sent(staff)["Location"] for _page in range(2)] == [address, address]
    assert "这一步您已经在另一个页面办好了" in staff.get(address).content.decode()
    # Other words, or another person: nothing is left to be pressed.
    for late in (sent(staff, way="phone"), sent(lead)):
        assert late.status_code == 409
        assert "submission" not in late.content.decode()
    assert Entry.objects.filter(kind="council.consented").count() == 1


def test_leave_that_is_asked_twice_is_told_once(world: World, member: CouncilMember) -> None:
    day = NOW.date() + timedelta(days=3)
    given: dict[str, Any] = {"actor": world.neighbour, "first_day": day, "last_day": day}
    given["reason"] = "出差"
    first, second = (excuse(member, now=now, **given) for now in (NOW, LATER))
    assert first == second
    assert Absence.objects.count() == 1


def test_a_seat_is_given_or_taken_back_once(world: World, member: CouncilMember) -> None:
    """Its last day is today, so it still runs."""
    on: dict[str, Any] = {"actor": world.lead, "met_on": NOW.date()}
    why = {**on, "reason": "搬走了"}
    recall(member, now=NOW, **why)
    with pytest.raises(WrongState):
        recall(member, now=LATER, **why)
    with pytest.raises(WrongState):
        renew(member, now=LATER, **on)
    with pytest.raises(WrongState):
        resign(member, actor=world.neighbour, now=LATER)
