"""The three roofs, the rail, the chip and the one sentence."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from clocks.enums import SpanKind
from clocks.spans import Span
from grids.queries.people import post_holders
from issues.actions.classify import classify
from issues.actions.confirm import confirm
from issues.actions.name_lead import name_lead
from issues.actions.sweep import sweep
from issues.enums.activity import Resolved
from issues.enums.matter import MatterClass
from issues.models import Issue
from issues.presentation.chain import chain_of
from issues.presentation.chip import chip_of
from issues.presentation.rail import rail_of
from issues.presentation.sentence import next_sentence
from issues.presentation.timeline import entered_of
from ledger.queries.timeline import timeline
from tests.issues.staging import MINUTE, MONDAY, busy, published, raised, settled
from tests.world import World


@pytest.fixture(autouse=True)
def _english() -> object:
    with translation.override("en"):
        yield


def parts(issue: Issue, now: datetime) -> tuple:  # type: ignore[type-arg]
    issue = Issue.objects.select_related("grid", "community").get(pk=issue.pk)
    turns = list(issue.assignments.select_related("body").order_by("turn", "pk"))
    clocks = list(issue.deadlines.running())
    return issue, turns, clocks, post_holders({turn.body_id for turn in turns}, now=now), now


def states(issue: Issue, now: datetime = MONDAY) -> list[str]:
    return [level["state"] for level in chain_of(*parts(issue, now))["levels"]]


def test_a_new_matter_is_lit_at_the_grid_and_waits_to_be_taken_in(world: World) -> None:
    issue = raised(world)
    chain = chain_of(*parts(issue, MONDAY))
    assert states(issue) == ["lit", "future", "future"]
    assert chain["first_receiver"] is None
    assert chain["levels"][0]["clock"]["why"]
    assert "to be taken in by" in next_sentence(*parts(issue, MONDAY))


def test_a_pushed_up_matter_says_how_long_it_stayed_and_why_it_left(world: World) -> None:
    issue = busy(world)
    grid, community, department = chain_of(*parts(issue, MONDAY + timedelta(hours=1)))["levels"]
    assert [grid["state"], community["state"], department["state"]] == ["past", "past", "lit"]
    assert "8 minutes" in grid["stayed"]
    assert grid["why_left"]
    assert department["body"] == "凤凰台街道住建办"


def test_an_earlier_body_of_the_same_level_keeps_its_line(world: World) -> None:
    issue = busy(world)
    name_lead(issue, actor=world.dispatcher, now=MONDAY + 20 * MINUTE, body=world.sanitation)
    department = chain_of(*parts(issue, MONDAY + timedelta(hours=1)))["levels"][2]
    assert department["body"] == "凤凰台街道环卫所"
    assert {turn.split(":")[0] for turn in department["turns"]} == {"凤凰台街道住建办"}


def test_a_major_matter_skips_nothing_but_says_it_belongs_to_the_community(world: World) -> None:
    issue = published(world)
    classify(issue, actor=world.grid_worker, now=MONDAY, matter_class=MatterClass.MAJOR,
             category=world.categories["sewers"])  # fmt: skip
    assert states(issue) == ["past", "lit", "future"]
    assert "belongs" in chain_of(*parts(issue, MONDAY))["levels"][0]["why_left"]


def test_what_the_clock_moved_says_which_time_was_missed(world: World) -> None:
    issue = raised(world)
    sweep(now=MONDAY + timedelta(days=1))
    grid = chain_of(*parts(issue, MONDAY + timedelta(days=1)))["levels"][0]
    assert "not taken in on time" in grid["why_left"]


def test_nothing_is_lit_once_it_ended(world: World) -> None:
    issue = settled(world)
    sweep(now=MONDAY + timedelta(days=9))
    assert "lit" not in states(issue)
    assert "without an answer" in next_sentence(*parts(issue, MONDAY))


def test_the_sentence_speaks_to_the_reporter(world: World) -> None:
    issue = published(world)
    own = next_sentence(*parts(issue, MONDAY + MINUTE), own=True)
    assert "王晓燕" in own
    assert "answer you by" in own
    assert "answer the resident by" in next_sentence(*parts(issue, MONDAY + MINUTE))


def test_an_overdue_sentence_says_by_how_much(world: World) -> None:
    assert "overdue" in next_sentence(*parts(raised(world), MONDAY + timedelta(days=3)))


def test_someone_who_left_the_post_is_followed_by_whoever_holds_it_now(world: World) -> None:
    issue = published(world)
    world.grid_worker.postings.all().delete()
    world.grid_head.postings.update(work_phone="0533-7100002")
    first = chain_of(*parts(issue, MONDAY))["first_receiver"]
    assert first["name"] == "刘建国"
    assert first["phone"] == "0533-7100002"
    assert first["left"], "so that nobody reads that the successor took it in"
    shown = render_to_string("components/chain.html", {"chain": {"first_receiver": first}})
    assert "Took it in" not in shown
    assert "has left the post" in shown


def test_small_matters_have_three_stations_and_the_six_a_tap_away(world: World) -> None:
    issue = settled(world)
    rail = rail_of(Issue.objects.get(pk=issue.pk), now=MONDAY)
    assert [station["state"] for station in rail["stations"]] == ["past", "past", "present"]
    assert len(rail["all_stations"]) == 6


def test_hard_matters_have_six(world: World) -> None:
    rail = rail_of(busy(world), now=MONDAY)
    assert len(rail["stations"]) == 6
    assert rail["all_stations"] is None
    assert rail["stations"][-1]["state"] == "present"


def test_past_stations_say_who_led_then_and_later_ones_nobody(world: World) -> None:
    issue = busy(world)
    turns = list(issue.assignments.select_related("body"))
    entered = entered_of(timeline(issue.stream))
    with translation.override("zh-hans"):
        stations = rail_of(issue, turns, entered, now=MONDAY)["stations"]
    assert [(station["state"], station["who"]) for station in stations] == [
        ("past", ""),
        ("past", "第一网格"),
        ("past", "第一网格"),
        ("past", "第一网格"),
        ("past", "第一网格"),
        ("present", ""),
    ]


def test_a_solved_small_matter_names_the_grid_and_the_resident(world: World) -> None:
    issue = settled(world)
    confirm(issue, actor=world.resident, now=MONDAY + 9 * MINUTE, resolved=Resolved.SOLVED)
    issue = Issue.objects.get(pk=issue.pk)
    turns = list(issue.assignments.select_related("body"))
    rail = rail_of(issue, turns, entered_of(timeline(issue.stream)), now=MONDAY)
    assert [station["who"] for station in rail["stations"]] == [
        world.grid.signed_name,
        world.grid.signed_name,
        "the resident",
    ]


def test_a_community_signs_with_its_whole_name_and_english_readers_get_english(
    world: World,
) -> None:
    with translation.override("zh-hans"):
        assert world.community.signed_name == "珠玑东社区"
        assert world.grid.signed_name == "第一网格"
        assert world.housing.signed_name == world.housing.call_name
    world.grid.name_en = "Grid 1"
    with translation.override("en"):
        assert world.grid.signed_name == "Grid 1"


@pytest.mark.parametrize("matter_class", [*MatterClass, ""])
def test_a_chip_never_says_the_bare_word(matter_class: str) -> None:
    chip = chip_of(matter_class, Span(SpanKind.WORKING_DAYS, 2))
    assert chip["code"] in {*MatterClass, "open"}
    assert "2 working days" in chip["phrase"]
    assert len(chip["phrase"].split()) > 3
    assert bool(chip["rule"]) == bool(matter_class)


def test_a_station_that_is_not_reached_has_no_date_though_the_matter_had_been_there(
    world: World,
) -> None:
    issue = settled(world)
    confirm(issue, actor=world.resident, now=MONDAY + 9 * MINUTE, resolved=Resolved.NOT)
    issue = Issue.objects.get(pk=issue.pk)
    rail = rail_of(issue, (), entered_of(timeline(issue.stream)), now=MONDAY)
    for station in [*rail["stations"], *rail["all_stations"]]:
        assert station["state"] != "future" or station["when"] == station["who"] == "", station
    assert rail["stations"][2]["state"] == "future"
