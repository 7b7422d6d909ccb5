"""Three steps to where it is: nobody is stopped, and nothing that was chosen falls back."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import translation

from grids.enums import PlaceKind
from grids.models import Building
from issues.models import Issue
from issues.presentation.matter import place_of
from issues.queries.listing import Filters, found_in_list
from tests.harness.signing_in import signed_in
from tests.issues.staging import published
from tests.issues.views.test_raise_matter import picture
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def gate(world: World) -> Building:
    return Building.objects.create(
        grid=world.grid, estate=world.estate, kind=PlaceKind.GATE, number="南门"
    )


@pytest.fixture
def road(world: World) -> Building:
    return Building.objects.create(grid=world.other_grid, kind=PlaceKind.ROAD, number="珠玑路")


def send(client: Client, **more: object) -> HttpResponse:
    typed = {"submission": str(uuid4()), "text": "路灯不亮，晚上看不见。", "community": "ZJD"}
    return client.post("/raise/", {**typed, **more})  # type: ignore[return-value]


def chosen(page: str, step: str) -> str:
    """The value that is chosen in a step as drawn; empty where nothing is."""
    select = re.search(rf'<select name="{step}".*?</select>', page, re.S)
    assert select is not None
    marked = re.findall(r'<option value="([^"]*)"[^>]* selected', select[0])
    return marked[-1] if marked else ""


def errors(answer: HttpResponse) -> list[str]:
    assert answer.status_code == 422
    return re.findall(r'class="field-error"[^>]*>([^<]*)', answer.content.decode())


def test_a_road_leads_to_its_grid_as_a_building_does(world: World, road: Building) -> None:
    assert send(signed_in(world.resident), estate="public", building=road.pk).status_code == 302
    issue = Issue.objects.get()
    assert (issue.building, issue.grid) == (road, world.other_grid)
    assert place_of(issue, inside=False) == "珠玑路"


def test_everybody_reads_a_gate_but_of_a_building_only_the_estate(
    world: World, gate: Building
) -> None:
    assert place_of(Issue(building=gate, grid=world.grid), inside=False) == "机械厂家属院南门"
    assert place_of(Issue(building=world.building, grid=world.grid), inside=False) == "机械厂家属院"


def test_a_venue_is_chosen_without_its_poster(world: World) -> None:
    send(signed_in(world.resident), building="at-ZJD02")
    issue = Issue.objects.get()
    assert (issue.venue, issue.grid, issue.source) == (world.other_venue, world.other_grid, "web")


@pytest.mark.parametrize(
    ("estate", "building", "place"),
    [
        ("own", "unsure", "机械厂家属院，说不清哪栋楼 · 二楼"),
        ("own", "public", "机械厂家属院，公共地方 · 二楼"),
        ("public", "", "公共地方 · 二楼"),
        ("public", "unsure", "说不清在哪儿 · 二楼"),
        ("unsure", "", "说不清在哪儿 · 二楼"),
        ("", "unsure", "说不清在哪儿 · 二楼"),
    ],
)
def test_whoever_cannot_say_is_not_stopped(
    world: World, estate: str, building: str, place: str
) -> None:
    key = str(world.estate.pk) if estate == "own" else estate
    answer = send(signed_in(world.stranger), estate=key, building=building, place_note="二楼")
    assert answer.status_code == 302
    issue = Issue.objects.get()
    assert (issue.building, issue.venue, issue.grid) == (None, None, world.grid)
    # It is the place itself, in the reader's language; the note is what they wrote.
    assert issue.place_note == "二楼"
    assert place_of(issue, inside=True) == place
    with translation.override("en"):
        assert "说不清" not in place_of(issue, inside=True)
        assert "公共" not in place_of(issue, inside=True)


def test_everybody_reads_the_estate_of_what_stands_at_no_building(world: World) -> None:
    somewhere = Issue(estate=world.estate, grid=world.grid, spot="unsure")
    assert place_of(somewhere, inside=False) == "机械厂家属院"
    assert place_of(Issue(grid=world.grid, spot="unsure"), inside=False) == str(world.grid)
    somewhere.spot = "public"
    assert place_of(somewhere, inside=False) == "机械厂家属院，公共地方"


def test_the_estate_is_found_by_its_name(world: World) -> None:
    send(signed_in(world.resident), estate=world.estate.pk, building="unsure", text="灯不亮")
    page = signed_in(world.grid_worker).get("/desk/grid/ZJD-1/", {"words": "机械厂家属院"})
    assert Issue.objects.get().reference in page.content.decode()


@pytest.mark.parametrize(
    ("estate", "building"), [("", "unsure"), ("unsure", ""), ("public", "public")]
)
def test_who_cannot_say_it_tells_staff_what_they_looked_for(
    world: World, estate: str, building: str
) -> None:
    client = signed_in(world.stranger)
    assert send(client, look="河边那棵树", estate=estate, building=building).status_code == 302
    assert Issue.objects.get().place_note == "河边那棵树"


def test_what_cannot_be_said_goes_to_the_grid_that_has_most_of_the_estate(world: World) -> None:
    for number in ("5号楼", "6号楼"):
        Building.objects.create(grid=world.other_grid, estate=world.estate, number=number)
    send(signed_in(world.resident), estate=world.estate.pk, building="unsure")
    assert Issue.objects.get().grid == world.other_grid


def test_what_cannot_be_said_at_all_goes_to_the_grid_of_whoever_says_it(world: World) -> None:
    client = signed_in(world.stranger)
    client.cookies["grid"] = "ZJD-2"
    send(client, estate="unsure")
    assert Issue.objects.get().grid == world.other_grid


def test_the_words_about_the_spot_are_never_cut_for_ours(world: World) -> None:
    note = "门" * 120
    send(signed_in(world.resident), estate=world.estate.pk, building="unsure", place_note=note)
    assert Issue.objects.get().place_note == note
    send(signed_in(world.stranger), look="河边", estate="unsure", place_note=note)
    assert Issue.objects.order_by("-pk")[0].place_note == note


def test_who_says_nothing_is_asked_and_told_that_they_need_not_know(world: World) -> None:
    client = signed_in(world.resident)
    assert errors(send(client)) == ["请选在哪个小区、哪栋楼；说不清就选“说不清”。"]
    assert errors(send(client, estate=world.estate.pk)) == [
        "请选哪栋楼或哪一处；说不清就选“说不清”。"
    ]
    assert not Issue.objects.exists()


def test_a_building_of_another_community_is_refused_in_words(world: World) -> None:
    answer = send(signed_in(world.resident), building=world.far_building.pk)
    assert errors(answer) == ["柳河花园2号楼在柳河北社区。请先在上面换社区，或重新选。"]
    assert chosen(answer.content.decode(), "building") == ""
    assert not Issue.objects.exists()


def test_a_building_of_another_estate_than_the_chosen_one_is_refused(world: World) -> None:
    answer = send(
        signed_in(world.resident), estate=world.estate.pk, building=world.other_building.pk
    )
    assert errors(answer) == ["东苑小区1号楼不在上面选的小区里，请重新选。"]
    assert chosen(answer.content.decode(), "building") == str(world.other_building.pk)


@pytest.mark.parametrize(
    "strange", ["0", "999999999", "at-NONE", "at-", "abc", "²", "-1", "public;", "at-ZJD01x"]
)
def test_strange_places_get_a_sentence(world: World, strange: str) -> None:
    assert errors(send(signed_in(world.resident), building=strange))
    assert errors(send(signed_in(world.resident), estate=strange))


def test_an_estate_of_another_community_is_refused(world: World) -> None:
    estate = world.far_building.estate_id
    answer = send(signed_in(world.resident), estate=estate, building="unsure")
    assert errors(answer) == ["这个小区不在这个社区，请重新选。"]


def test_a_name_that_means_one_place_is_enough(world: World, gate: Building) -> None:
    assert send(signed_in(world.stranger), look="机械厂 南门").status_code == 302
    assert Issue.objects.get().building == gate


def test_what_is_looked_for_never_falls_back_to_where_somebody_lives(
    world: World, gate: Building
) -> None:
    """Their home stands in the steps as the page drew it."""
    client = signed_in(world.resident)
    home = {"estate": world.estate.pk, "building": world.building.pk}
    answer = send(client, **home, look="南门")
    assert errors(answer) == ["您找的是“南门”，选的却是另一处。请重新选，或清空查找的字。"]
    looked = send(client, **home, look="南门", look_up="words")
    assert looked.status_code == 200
    page = looked.content.decode()
    assert chosen(page, "building") == str(gate.pk)
    assert chosen(page, "estate") == str(world.estate.pk)


def test_looking_keeps_all_that_was_typed_and_sends_nothing(world: World) -> None:
    Building.objects.create(
        grid=world.other_grid, estate=world.other_building.estate, number="3号楼"
    )
    client = signed_in(world.stranger)
    answer = send(
        client, look="3号楼", look_up="words", place_note="二单元门口", photos=[picture()],
        private_wish="on",
    )  # fmt: skip
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "路灯不亮，晚上看不见。" in page
    assert 'value="二单元门口"' in page
    assert "data-kept-photos" in page
    assert re.search(r'name="private_wish"[^>]*checked', page)
    found = re.search(r'<optgroup label="您要找的".*?</optgroup>', page, re.S)
    assert found is not None
    assert found[0].count("<option") == 2
    assert chosen(page, "building") == ""
    assert not Issue.objects.exists()


def test_a_name_that_nothing_has_is_told_and_stays(world: World) -> None:
    page = send(signed_in(world.stranger), look="天安门", look_up="words").content.decode()
    assert "没找到“天安门”" in page
    assert 'value="天安门"' in page


def test_another_community_shows_its_places_and_keeps_the_words(world: World) -> None:
    answer = send(signed_in(world.resident), community="LHB", look_up="community")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "路灯不亮，晚上看不见。" in page
    assert "柳河花园2号楼" in page
    assert "机械厂家属院3号楼" not in page
    assert 'class="field-error"' not in page
    sent = send(signed_in(world.resident), community="LHB", building=world.far_building.pk)
    assert sent.status_code == 302


def test_where_somebody_lives_is_chosen_until_they_say_otherwise(world: World) -> None:
    client = signed_in(world.resident)
    page = client.get("/raise/").content.decode()
    assert chosen(page, "building") == str(world.building.pk)
    assert chosen(page, "estate") == str(world.estate.pk)
    elsewhere = client.get("/raise/?community=ZJX").content.decode()
    assert chosen(elsewhere, "estate") == ""
    again = send(client, text="", building="", estate=world.building.estate_id)
    assert chosen(again.content.decode(), "building") == ""


def test_a_draft_that_says_no_place_does_not_take_the_home_of_its_sender(world: World) -> None:
    visitor = Client()
    send(visitor, look="天安门", look_up="words")
    sent = send(visitor, estate="unsure")
    assert sent.status_code == 302
    assert not Issue.objects.exists()


def test_typing_shows_the_places_that_are_called_so(world: World, gate: Building) -> None:
    page = Client().get("/raise/places/?look=南门&community=ZJD").content.decode()
    assert f'data-place="{gate.pk}" data-estate="{world.estate.pk}"' in page
    assert "没找到" in Client().get("/raise/places/?look=天安门").content.decode()
    assert Client().get("/raise/places/?look=").content.decode().strip() == ""


def test_a_page_in_english_names_places_in_english_where_they_have_such_a_name(
    world: World, gate: Building
) -> None:
    world.estate.name_en = "Machine Works Compound"
    world.estate.save()
    world.venue.name_en = "Scholar-Tree Pavilion"
    world.venue.save()
    gate.name_en = "South gate"
    gate.save()
    client = Client()
    client.cookies["language"] = "en"
    page = client.get("/raise/").content.decode()
    own = f'<option value="{gate.pk}" data-own="South gate">'
    assert f"{own}Machine Works Compound, South gate</option>" in page
    assert re.search(r'<option value="\d+" lang="zh-hans"[^>]*>东苑小区</option>', page)
    venues = client.get("/venues/?community=ZJD").content.decode()
    assert ">Scholar-Tree Pavilion</a>" in venues
    assert '<span lang="zh-hans">东苑居民议事室</span></a>' in venues


def test_english_names_find_matters_and_a_building_stays_unfound_by_everybody(
    world: World, road: Building
) -> None:
    world.estate.name_en, world.building.name_en = "Machine Works Compound", "Block Seven"
    world.estate.save()
    world.building.estate = world.estate
    world.building.save()
    road.grid, road.name_en = world.grid, "Zhuji Road"
    road.save()
    world.venue.name_en = "Scholar-Tree Pavilion"
    world.venue.save()
    at_home = published(world)
    on_road = published(world, building=road)
    at_venue = published(world, building=None, venue=world.venue)

    def found(words: str) -> list[int]:
        return found_in_list(Filters(community=world.community, words=words)).keys

    assert found("machine works") == [at_home.pk]
    assert found("block seven") == []
    assert found("Zhuji Road") == [on_road.pk]
    assert found("珠玑路")[0] == on_road.pk
    assert found("scholar") == [at_venue.pk]
