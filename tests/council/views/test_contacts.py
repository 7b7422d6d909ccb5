"""A member's own pages: nobody else finds them."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from council.models import Contact, ContactPlan, Council, CouncilMember
from council.order.contacts import month_of
from desks.actions.erase_person import erase_person
from desks.queries.export_person import export_person
from grids.enums import PlaceKind
from grids.models import Building
from issues.models import Issue
from tests.council.conftest import NOW, a_member
from tests.harness.signing_in import signed_in
from tests.world import World

WORDS = "三楼说下水道又堵了"


def planned(client: Client, households: str = "3-2-401\n裁缝铺", **more: Any) -> Any:
    month = month_of(timezone.localdate()).isoformat()
    sent = {"submission": str(uuid4()), "households": households, "month": month, **more}
    return client.post("/contacts/plan/", sent)


def noted(client: Client, **more: Any) -> Any:
    sent = {"submission": str(uuid4()), "way": "door", "plan": "", "opinion": WORDS, **more}
    return client.post("/contacts/write/", sent)


def test_who_sits_in_no_council_finds_no_such_page(
    world: World, council: Council, client: Client
) -> None:
    for path in ("/contacts/", "/contacts/plan/", "/contacts/write/"):
        assert client.get(path).status_code == 302
        for person in (world.resident, world.staff, world.lead):
            assert signed_in(person).get(path).status_code == 404


def test_a_month_is_planned_and_a_talk_written_down(world: World, member: CouncilMember) -> None:
    client = signed_in(member.person)
    assert planned(client).status_code == 302
    plan = ContactPlan.objects.get(label="3-2-401")
    page = client.get("/contacts/").content.decode()
    assert f"plan={plan.uid}" in page
    form = client.get(f"/contacts/write/?plan={plan.uid}").content.decode()
    assert f'value="{plan.uid}" selected' in form
    assert noted(client, plan=str(plan.uid)).status_code == 302
    page = client.get("/contacts/").content.decode()
    assert WORDS in page
    assert f"plan={plan.uid}" not in page


def test_in_one_tap_it_is_raised(world: World, member: CouncilMember) -> None:
    client = signed_in(member.person)
    answer = noted(client, raises="on", building=str(world.building.pk))
    issue = Issue.objects.get()
    assert issue.reference in answer["Location"]
    assert issue.reference in client.get("/contacts/").content.decode()


def test_raised_without_a_place_loses_nothing_typed(world: World, member: CouncilMember) -> None:
    answer = noted(signed_in(member.person), raises="on")
    assert answer.status_code == 422
    assert WORDS in answer.content.decode()
    assert not Issue.objects.exists()
    assert not Contact.objects.exists()


def test_later_it_is_raised_with_its_words_in_the_form(world: World, member: CouncilMember) -> None:
    client = signed_in(member.person)
    noted(client)
    address = f"/contacts/{Contact.objects.get().uid}/raise/"
    assert WORDS in client.get(address).content.decode()
    sent = {"submission": str(uuid4()), "text": WORDS, "building": str(world.building.pk)}
    assert client.post(address, sent).status_code == 302
    assert Issue.objects.get().text == WORDS


def test_what_a_member_heard_may_be_about_a_gate(world: World, member: CouncilMember) -> None:
    gate = Building.objects.create(
        grid=world.grid, estate=world.estate, kind=PlaceKind.GATE, number="南门"
    )
    client = signed_in(member.person)
    noted(client)
    address = f"/contacts/{Contact.objects.get().uid}/raise/"
    sent = {"submission": str(uuid4()), "text": WORDS, "building": str(gate.pk)}
    assert client.post(address, sent).status_code == 302
    assert Issue.objects.get().building == gate


def test_another_member_finds_nothing_of_it(
    world: World, council: Council, member: CouncilMember
) -> None:
    client = signed_in(member.person)
    planned(client)
    noted(client)
    a_member(council, world.resident)
    other = signed_in(world.resident)
    page = other.get("/contacts/").content.decode()
    assert "裁缝铺" not in page
    assert WORDS not in page
    contact, plan = Contact.objects.get(), ContactPlan.objects.first()
    assert plan is not None
    for path in (
        f"/contacts/{contact.uid}/raise/",
        f"/contacts/{contact.uid}/forget/",
        f"/contacts/planned/{plan.uid}/drop/",
    ):
        assert other.get(path).status_code == 404
        assert other.post(path, {"submission": str(uuid4())}).status_code == 404
    assert Contact.objects.exists()


@pytest.mark.parametrize("month", ["", "2026-13", "x", "0001-01", "9999-12"])
def test_any_month_can_be_asked_for(member: CouncilMember, month: str) -> None:
    assert signed_in(member.person).get(f"/contacts/?month={month}").status_code == 200


def test_the_lead_reads_counts_and_neither_names_nor_words(
    world: World, member: CouncilMember
) -> None:
    client = signed_in(member.person)
    for _ in range(3):
        noted(client, building=str(world.building.pk))
    page = signed_in(world.lead).get("/councils/ZJD-1/coverage/").content.decode()
    assert "机械厂家属院3号楼" in page
    assert "3" in page
    assert WORDS not in page
    assert "张师傅" not in page
    for person in (world.staff, member.person, world.grid_head, world.near_staff):
        assert signed_in(person).get("/councils/ZJD-1/coverage/").status_code == 404


def test_it_is_in_ones_own_data_and_goes_whole_when_one_leaves(
    world: World, member: CouncilMember
) -> None:
    client = signed_in(member.person)
    planned(client)
    noted(client)
    kept = export_person(member.person)["councils"]
    assert [row["label"] for row in kept["planned_contacts"]] == ["3-2-401", "裁缝铺"]
    assert [row["opinion"] for row in kept["contacts"]] == [WORDS]
    erase_person(member.person, actor=member.person, now=NOW)
    assert not Contact.objects.exists()
    assert not ContactPlan.objects.exists()


def test_the_page_costs_the_same_however_much_is_noted(
    world: World, member: CouncilMember, django_assert_max_num_queries: object
) -> None:
    client = signed_in(member.person)
    planned(client, "\n".join(f"第{n}户" for n in range(12)))
    for _ in range(6):
        noted(client)
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        client.get("/contacts/")


def test_a_member_finds_their_contacts_under_mine(world: World, member: CouncilMember) -> None:
    assert "/contacts/" in signed_in(member.person).get("/me/").content.decode()
    assert "/contacts/" not in signed_in(world.resident).get("/me/").content.decode()
