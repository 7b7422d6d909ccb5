"""What is late is seen, in words and with its date, until it is done; and no longer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import translation

from grids.queries.standing import standing_of
from issues.actions.call_back import call_back
from issues.actions.classify import classify
from issues.actions.commit import commit
from issues.actions.deliberate import deliberate
from issues.actions.deliver import deliver
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.actions.sweep import sweep
from issues.actions.verify import verify
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.models import Deadline, Issue
from issues.presentation.card import card_of
from issues.presentation.chain import chain_of
from issues.presentation.clock_words import late_longest
from issues.presentation.sentence import first_promise, late_parts, next_sentence
from issues.queries.desk_case import CasePage, case_of
from issues.queries.figures import numbers_of
from issues.queries.listing import for_cards
from tests.issues.actions.doing import (
    DONE,
    NOW,
    at_community,
    at_grid,
    at_housing,
    at_office,
    december,
    reported,
    with_partner,
)
from tests.issues.actions.sweeping import at, fresh
from tests.issues.staging import raised
from tests.issues.talking import doorstep
from tests.world import World

K = DeadlineKind
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


def late(issue: Issue) -> list[str]:
    return list(Deadline.objects.late().filter(issue=issue).values_list("kind", flat=True))


def case(world: World, issue: Issue, now: datetime) -> CasePage:
    return case_of(issue.reference, standing_of(world.staff, now=now), now=now)


def sentence(world: World, issue: Issue, now: datetime) -> str:
    page = case(world, issue, now)
    return next_sentence(page.issue, page.turns, page.clocks, page.people, now)


def lit(world: World, issue: Issue, now: datetime) -> dict[str, Any]:
    page = case(world, issue, now)
    levels = chain_of(page.issue, page.turns, page.clocks, page.people, now)["levels"]
    found: dict[str, Any] = next(level for level in levels if level["state"] == "lit")
    return found


def card(issue: Issue, now: datetime) -> dict[str, Any]:
    (found,) = for_cards(Issue.objects.filter(pk=issue.pk))
    return card_of(found, now)


def test_a_promise_that_is_broken_is_late_on_every_page_until_it_is_kept(world: World) -> None:
    issue = at_housing(world, MatterClass.SMALL)
    respond(issue, actor=world.clerk, now=NOW, text="周四换管")
    commit(issue, actor=world.clerk, now=NOW, text="换管", due_at=at(19))
    sweep(now=at(19, 9, 1))
    now = at(28, 9, 1)
    assert late(issue) == ["commitment"]
    words = "was due by 19 November, 9 days overdue"
    assert words in sentence(world, issue, now)
    assert "has not kept its promise" in sentence(world, issue, now)
    assert card(issue, now)["overdue"]
    assert words in card(issue, now)["words"]
    assert lit(world, issue, now)["clock"]["words"] == f"Promised {words}"
    assert lit(world, issue, now)["clock"]["overdue"]
    deliver(issue, actor=world.clerk, now=now, result=DONE)
    assert late(issue) == []
    assert "overdue" not in sentence(world, issue, now)
    assert not card(issue, now)["overdue"]


def test_who_did_not_take_it_in_is_said_to_have_been_asked_and_no_more(world: World) -> None:
    issue = at_housing(world, received=False)
    assert "has it" not in card(issue, NOW)["words"]
    assert "was asked" in card(issue, NOW)["words"]
    sweep(now=at(17, 17, 30))
    now = at(20, 17, 30)
    said = sentence(world, issue, now)
    assert said.startswith("It has reached 凤凰台街道住建办, but nobody has taken it in")
    assert "was due by 17 November, 3 days overdue" in said
    assert "taken it in and" not in said
    assert "was asked" in card(issue, now)["words"]
    receive(issue, actor=world.clerk, now=now)
    assert "receive" not in late(issue)
    assert "has it" in card(issue, now)["words"]


def test_what_is_supervised_says_both_dates(world: World) -> None:
    issue = at_housing(world, MatterClass.SMALL, received=False)
    sweep(now=at(17, 17, 30))
    said = sentence(world, issue, at(20))
    assert "was due by 17 November" in said
    assert "It is being supervised, with an answer by" in said


def test_the_chain_says_each_kind_of_lateness_once_since_it_began(world: World) -> None:
    issue = at_housing(world, MatterClass.SMALL, received=False)
    for moment in (at(17, 17, 30), at(24, 17, 30), *(december(day) for day in (2, 9, 16, 23))):
        sweep(now=moment)
    assert late(issue).count("supervised") > 1
    shown = lit(world, issue, december(23))
    kinds = [words.split(" was due ")[0] for words in shown["also_late"]]
    assert kinds
    assert len(kinds) == len(set(kinds))
    assert shown["clock"]["words"].split(" was due ")[0] not in kinds


def test_an_answer_given_late_is_late_no_more_and_the_breach_stays(world: World) -> None:
    issue = at_housing(world, MatterClass.SMALL)
    sweep(now=at(17, 17, 30))
    assert late(issue) == ["respond"]
    respond(issue, actor=world.grid_worker, now=at(18), text="网格先问了情况")
    assert late(issue) == ["respond"], "its own answer is what the body owes"
    respond(issue, actor=world.clerk, now=at(18, 10), text="明天上门")
    assert late(issue) == []
    missed = Deadline.objects.get(issue=issue, kind="respond", breached_at__isnull=False)
    after = Deadline.objects.get(replaces=missed)
    assert (after.met_at, after.breached_at, after.void_at) == (None, None, at(18, 10))


def test_a_receipt_given_late_counts_as_missed_and_not_also_as_kept(world: World) -> None:
    issue = at_housing(world, received=False)
    sweep(now=at(17, 17, 30))
    before = numbers_of(world.community)
    receive(issue, actor=world.clerk, now=at(18))
    assert numbers_of(world.community).in_time == before.in_time
    assert fresh(issue)


def test_a_check_that_is_missing_is_late_at_the_grid_until_somebody_looks(world: World) -> None:
    issue = reported(world)
    for day in (17, 18, 19):
        sweep(now=at(day, 17, 30))
    assert set(late(issue)) == {"verify"}
    now = at(20)
    assert "the check on the spot was due by 17 November" in sentence(world, issue, now)
    verify(issue, actor=world.grid_head, now=now, is_there=True)
    assert late(issue) == []


def test_the_talk_owed_in_an_urgent_matter_goes_up_with_it_and_stays_late(world: World) -> None:
    issue = raised(world, danger=True)
    receive(issue, actor=world.grid_worker, now=at(16, 9, 5))
    sweep(now=at(17, 9, 1))
    assert fresh(issue).level == "community"
    assert "talk" in late(issue)
    now = at(18, 9, 1)
    page = case(world, issue, now)
    assert "A talk was due by 09:00 yesterday, 1 day overdue" in {
        lit(world, issue, now)["clock"]["words"], *lit(world, issue, now)["also_late"]
    }  # fmt: skip
    assert late_longest(page.clocks, now) is not None
    receive(issue, actor=world.staff, now=now)
    sewers = world.categories["sewers"]
    classify(issue, actor=world.staff, now=now, matter_class=MatterClass.URGENT, category=sewers)
    assert "talk" in late(issue)
    deliberate(issue, actor=world.staff, now=now, talk=doorstep(agreed="先封住"))
    assert "talk" not in late(issue)


def test_a_joint_body_is_late_by_its_own_name(world: World) -> None:
    issue = with_partner(world, MatterClass.SMALL)
    sweep(now=at(17, 17, 30))
    now = at(19, 17, 30)
    respond(issue, actor=world.clerk, now=at(17, 17, 30), text="在排期")
    assert "receive" in late(issue)
    said = sentence(world, issue, now)
    assert "The part of 安居物业公司 was due by 17 November, 2 days overdue." in said
    page = case(world, issue, now)
    assert late_parts(page.turns, page.clocks, now)
    (part,) = lit(world, issue, now)["joint"]
    assert part["name"] == "安居物业公司"
    assert part["late"] == "To be taken in was due by 17 November, 2 days overdue"
    assert "安居物业公司 was due by 17 November" in card(issue, now)["words"]
    receive(issue, actor=world.partner_clerk, now=now)
    assert "The part of" not in sentence(world, issue, now)


def test_nothing_is_late_of_what_has_ended(world: World) -> None:
    issue = at_housing(world, MatterClass.SMALL)
    sweep(now=at(17, 17, 30))
    assert late(issue)
    deliver(issue, actor=world.clerk, now=at(18), result=DONE)
    verify(issue, actor=world.grid_head, now=at(18, 10), is_there=True)
    assert fresh(issue).stage == Stage.CONFIRM
    assert late(issue) == []
    from issues.enums.activity import Resolved

    call_back(issue, actor=world.staff, now=at(19), resolved=Resolved.SOLVED)
    assert late(issue) == []


def test_naming_who_leads_late_is_seen_until_somebody_is_named(world: World) -> None:
    from issues.actions.name_lead import name_lead

    issue = at_office(world)
    sweep(now=at(16, 15, 30))
    assert late(issue) == ["dispatch"]
    now = at(18, 15, 30)
    assert "has yet to name the body that leads" in sentence(world, issue, now)
    name_lead(issue, actor=world.dispatcher, now=now, body=world.housing)
    assert late(issue) == []


def test_the_first_promise_is_not_forgotten_when_the_matter_goes_up(world: World) -> None:
    issue = at_community(world)
    issue = fresh(issue)
    promised = issue.promised_by
    assert promised is not None
    assert first_promise(issue, None, promised) == ""
    assert first_promise(issue, None, promised + 9 * DAY) == (
        "The result that was promised at first was due by 19 November, 9 days overdue."
    )


def test_the_chain_says_which_date_was_missed_and_quotes_the_reason_typed(world: World) -> None:
    issue = at_housing(world)
    page = case(world, issue, NOW)
    chain = chain_of(page.issue, page.turns, page.clocks, page.people, NOW, inside=True)
    grid, community, _department = chain["levels"]
    assert (grid["reason"], community["reason"]) == ("办不了", "要换管")
    public = chain_of(page.issue, page.turns, page.clocks, page.people, NOW)["levels"]
    assert [level.get("reason", "") for level in public] == ["", "", ""]


def test_the_chain_gives_the_date_that_a_clock_moved_it_by(world: World) -> None:
    issue = raised(world)
    sweep(now=at(16, 14, 30))
    page = case(world, issue, at(17))
    chain = chain_of(page.issue, page.turns, page.clocks, page.people, at(17), missed=page.missed)
    assert chain["levels"][0]["why_left"] == (
        "It was not taken in on time, so it went up by itself. It was due by 16 November."
    )


def test_an_earlier_year_is_said_with_the_date(world: World) -> None:
    issue = at_grid(world, MatterClass.HARD)
    now = december(30) + 9 * DAY
    assert "2026" in card(issue, now)["words"]
