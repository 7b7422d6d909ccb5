"""The pages of councils and candidacies, by who looks."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange
from django.test import Client
from django.utils import timezone

from council.enums.members import CandidacyState
from council.facts.viewer import Viewer
from council.models import Candidacy, Council, CouncilMember, Objection
from council.queries.candidacies import candidacies_of
from desks.actions.erase_person import erase_person
from desks.queries.export_person import export_person
from grids.standing import VISITOR
from tests.council.actions.test_way_to_a_seat import member, posted
from tests.council.conftest import NOW
from tests.harness.signing_in import signed_in
from tests.world import World


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def address(candidacy: Candidacy, act: str = "") -> str:
    return f"/councils/ZJD-1/candidates/{candidacy.uid}/" + (f"{act}/" if act else "")


def test_a_name_is_not_public_before_it_is_posted(
    world: World, candidacy: Candidacy, client: Client
) -> None:
    assert client.get(address(candidacy)).status_code == 404
    assert "何秀兰" not in page(client, "/councils/ZJD-1/")
    assert signed_in(world.stranger).get(address(candidacy)).status_code == 404
    neighbour = signed_in(world.neighbour)
    assert "何秀兰" in page(neighbour, "/councils/ZJD-1/")
    assert "账算得清" not in page(neighbour, address(candidacy))
    assert "账算得清" in page(signed_in(world.staff), address(candidacy))
    posted(world, candidacy)
    assert "账算得清" in page(client, address(candidacy))


def test_an_objection_is_read_by_the_staff_and_by_whoever_wrote_it(
    world: World, candidacy: Candidacy, client: Client
) -> None:
    posted(world, candidacy)
    Objection.objects.create(candidacy=candidacy, by=world.neighbour, at=NOW, text="她搬走了")
    assert "她搬走了" in page(signed_in(world.staff), address(candidacy))
    assert "她搬走了" in page(signed_in(world.neighbour), address(candidacy))
    for other in (client, signed_in(world.resident), signed_in(world.near_staff)):
        assert "她搬走了" not in page(other, address(candidacy))


def test_a_neighbour_recommends_by_the_form_and_is_led_to_the_candidacy(
    world: World, council: Council
) -> None:
    client = signed_in(world.resident)
    sent = {
        "submission": str(uuid4()),
        "name": "何秀兰",
        "kind": "resident",
        "building": str(world.building.pk),
        "good_standing": "楼里的事大家都找她",
        "ability": "账算得清",
        "warmth": "",
    }
    answer = client.post("/councils/ZJD-1/recommend/", sent)
    assert answer.status_code == 422
    assert "账算得清" in answer.content.decode()
    sent["warmth"] = "谁家有事她都去"
    first = client.post("/councils/ZJD-1/recommend/", sent)
    again = client.post("/councils/ZJD-1/recommend/", sent)
    assert first.status_code == again.status_code == 302
    assert first["Location"] == again["Location"] == address(Candidacy.objects.get())


def test_who_lives_elsewhere_gets_back_what_they_typed(world: World, council: Council) -> None:
    sent = {"submission": str(uuid4()), "name": "何秀兰", "ability": "账算得清"}
    answer = signed_in(world.stranger).post("/councils/ZJD-1/recommend/", sent)
    assert answer.status_code == 409
    assert "账算得清" in answer.content.decode()
    assert not Candidacy.objects.exists()


def test_the_staff_see_who_waits_for_them(world: World, candidacy: Candidacy) -> None:
    Candidacy.objects.update(state=CandidacyState.SECONDED)
    assert "何秀兰" in page(signed_in(world.staff), "/councils/")
    assert "何秀兰" not in page(signed_in(world.near_staff), "/councils/")


@pytest.mark.parametrize("on", ["", "tomorrow", "not-a-day", "2026-02-31", "0001-01-01"])
def test_members_are_shown_as_of_any_day(
    world: World, candidacy: Candidacy, client: Client, on: str
) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    term = DateRange(tomorrow, tomorrow + timedelta(days=365))
    CouncilMember.objects.filter(pk=member(world, candidacy).pk).update(term=term)
    asked = tomorrow.isoformat() if on == "tomorrow" else on
    shown = page(client, f"/councils/ZJD-1/?on={asked}")
    assert ("何秀兰" in shown.split('id="members"')[1]) == (on == "tomorrow")


def test_a_page_costs_the_same_however_many_are_on_the_way(
    world: World, candidacy: Candidacy, django_assert_max_num_queries: object
) -> None:
    client = signed_in(world.staff)
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        page(client, "/councils/ZJD-1/")


def test_an_erased_person_leaves_no_word_behind(world: World, candidacy: Candidacy) -> None:
    posted(world, candidacy)
    Objection.objects.create(candidacy=candidacy, by=world.neighbour, at=NOW, text="她搬走了")
    kept = export_person(world.neighbour)["councils"]
    assert [row["text"] for row in kept["objections"]] == ["她搬走了"]
    for person in (world.neighbour, world.resident):
        erase_person(person, actor=person, now=NOW)
    assert "她搬走了" not in Objection.objects.get().text
    candidacy.refresh_from_db()
    assert "账算得清" not in candidacy.ability
    assert candidacies_of(candidacy.council, _nobody()) != []


def _nobody() -> Viewer:

    return Viewer(standing=VISITOR)
