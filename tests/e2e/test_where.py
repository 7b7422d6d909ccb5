"""Where it is, chosen on a phone with and without script, and on paper-slow ways back."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Locator, expect

from grids.enums import PlaceKind
from grids.models import Building
from issues.models import Issue
from tests.e2e.conftest import Town
from tests.e2e.people import PHONE, Person, visits, walk_in
from tests.e2e.words import zh

SEARCH = "Look for it by name or number"


def gate_of(town: Town) -> Building:
    gate, _new = Building.objects.get_or_create(
        grid=town.world.grid, estate=town.world.estate, kind=PlaceKind.GATE, number="南门"
    )
    return gate


def step(person: Person, words: str) -> Locator:
    return person.page.get_by_label(zh(words))


def offered(person: Person) -> list[str]:
    """The values of step 2, as the browser has them now."""
    options = person.page.locator("#id_building option")
    return [option.get_attribute("value") or "" for option in options.all()]


def test_with_script_what_is_found_fills_the_steps_and_the_steps_follow(
    town: Town, browser: Browser
) -> None:
    gate, world = gate_of(town), town.world
    with visits(browser, town.url) as visit:
        resident = visit(PHONE)
        walk_in(resident, world.resident)
        resident.go("/raise/")
        expect(step(resident, "Which building or place?")).to_have_value(str(world.building.pk))
        assert str(world.other_building.pk) not in offered(resident)
        step(resident, "Which estate?").select_option(str(world.other_building.estate_id))
        expect(step(resident, "Which building or place?")).to_have_value("")
        assert str(world.other_building.pk) in offered(resident)
        step(resident, SEARCH).fill("南门")
        resident.page.locator(f"[data-place='{gate.pk}']").click()
        expect(step(resident, "Which estate?")).to_have_value(str(world.estate.pk))
        expect(step(resident, "Which building or place?")).to_have_value(str(gate.pk))
        expect(step(resident, SEARCH)).to_have_value("")
        resident.fill(zh("What is the matter?"), "南门的道闸坏了。")
        resident.reload()
        expect(step(resident, "Which building or place?")).to_have_value(str(gate.pk))
        expect(step(resident, "Which estate?")).to_have_value(str(world.estate.pk))
        resident.press(zh("Send"))
        resident.page.wait_for_url(re.compile("/receipt/"))
    assert Issue.objects.get(text="南门的道闸坏了。").building == gate


def test_a_choice_outlives_a_reload_and_never_becomes_the_home(
    town: Town, browser: Browser
) -> None:
    world = town.world
    with visits(browser, town.url) as visit:
        resident = visit(PHONE)
        walk_in(resident, world.resident)
        resident.go("/raise/")
        step(resident, "Which estate?").select_option(str(world.other_building.estate_id))
        place = step(resident, "Which building or place?")
        place.select_option(str(world.other_building.pk))
        resident.reload()
        expect(place).to_have_value(str(world.other_building.pk))
        step(resident, "Which estate?").select_option("unsure")
        expect(place).to_have_value("unsure")
        resident.reload()
        expect(place).to_have_value("unsure")
        expect(step(resident, "Which estate?")).to_have_value("unsure")


def test_with_script_another_community_comes_with_all_that_was_typed(
    town: Town, browser: Browser
) -> None:
    world, story = town.world, "河边的栏杆断了一截。"
    with visits(browser, town.url) as visit:
        resident = visit(PHONE)
        walk_in(resident, world.stranger)
        resident.go("/raise/")
        resident.fill(zh("What is the matter?"), story)
        step(resident, "Community").select_option(world.far_community.code)
        place = step(resident, "Which building or place?")
        place.select_option(str(world.far_building.pk))
        resident.reload()
        expect(place).to_have_value(str(world.far_building.pk))
        expect(step(resident, "What is the matter?")).to_have_value(story)
        resident.press(zh("Send"))
        resident.page.wait_for_url(re.compile("/receipt/"))
    assert Issue.objects.get(text=story).building == world.far_building


def test_without_script_it_is_looked_for_and_sent_and_nothing_typed_is_lost(
    town: Town, browser: Browser
) -> None:
    gate, world, story = gate_of(town), town.world, "南门口的井盖松了。"
    with visits(browser, town.url) as visit:
        resident = visit(PHONE, who=world.resident, script=False)
        resident.go("/raise/")
        resident.fill(zh("What is the matter?"), story)
        resident.fill(zh("Where exactly?"), "左边的人行道")
        resident.fill(zh(SEARCH), "机械厂家属院南门")
        resident.press(zh("Look"))
        expect(step(resident, "Which building or place?")).to_have_value(str(gate.pk))
        expect(step(resident, "Where exactly?")).to_have_value("左边的人行道")
        expect(step(resident, "What is the matter?")).to_have_value(story)
        assert str(world.other_building.pk) in offered(resident)
        resident.press(zh("Send"))
        resident.page.wait_for_url(re.compile("/receipt/"))
    issue = Issue.objects.get(text=story)
    assert (issue.building, issue.place_note) == (gate, "左边的人行道")


def test_without_script_whoever_cannot_say_is_let_through(town: Town, browser: Browser) -> None:
    story = "夜里有地方一直滴水。"
    with visits(browser, town.url) as visit:
        resident = visit(PHONE, who=town.world.stranger, script=False)
        resident.go("/raise/")
        resident.fill(zh("What is the matter?"), story)
        resident.press(zh("Send"))
        resident.reads(zh("Say where it is: estate and building. If you can't say, choose that."))
        step(resident, "Which estate?").select_option("unsure")
        resident.press(zh("Send"))
        resident.page.wait_for_url(re.compile("/receipt/"))
    assert Issue.objects.get(text=story).building is None
