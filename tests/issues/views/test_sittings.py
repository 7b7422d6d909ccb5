"""What a council did to a matter, on its page, at the desk and in the forms."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.test import Client

from issues.actions.postpone import postpone
from issues.actions.put_on_agenda import put_on_agenda
from issues.actions.respond import respond
from issues.enums.activity import CouncilAsks
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.models import Issue
from tests.harness.signing_in import signed_in
from tests.issues.acting import draw, send
from tests.issues.actions.doing import at_grid
from tests.issues.actions.sweeping import at, fresh, lead_of
from tests.issues.sitting import AFTER, SITTING, TALK, decided, hard, major, mandate_of
from tests.world import World

PUSH_UP, SETTLE = CouncilAsks
# Whoever is signed in reads it in their own language.
ASKED = "议事会请您上报这件事。"


def page(client: Client, issue: Issue) -> str:
    client.cookies["language"] = "en"
    answer = client.get(f"/issues/{issue.reference}/")
    assert answer.status_code == 200
    return answer.content.decode()


def desk(world: World, who: str, issue: Issue) -> str:
    client = signed_in(getattr(world, who))
    client.cookies["language"] = "en"
    place = "community/ZJD" if who in {"staff", "lead"} else "grid/ZJD-1"
    answer = client.get(f"/desk/{place}/?case={issue.reference}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_resolution_leads_to_its_sitting_and_names_nobody(world: World) -> None:
    issue = major(world)
    talk = replace(TALK, participants="沈师傅家")
    decided(world, issue, talk=talk, owners_note="动用维修资金", asks=PUSH_UP)
    shown = page(Client(), issue)
    assert f'<a href="/sittings/{SITTING}/">Council sitting</a>' in shown
    for words in (
        "11 people took part", "enough members were there", "adopted by the council",
        TALK.agreed, TALK.dissent, "Left to the owners to decide:", "动用维修资金",
        "The council asks that it is pushed up.",
        "The council adopted a resolution; 11 people took part.",
    ):  # fmt: skip
        assert words in shown, words
    assert "沈师傅" not in shown
    assert "张师傅" not in shown  # who wrote it down


def test_what_was_not_adopted_was_not_agreed(world: World) -> None:
    issue = hard(world)
    decided(world, issue, resolved=False, quorate=False, mandate=mandate_of(world.grid))
    shown = page(Client(), issue)
    assert "Put to the council and not adopted:" in shown
    assert 'id="agreed"' not in shown
    assert "(too few members were there)" in shown
    assert f"Agreed: {TALK.agreed}" not in draw(world.grid_worker, issue, Act.PUSH_UP)


def test_a_major_matter_says_what_is_left_to_others_also_after_its_resolution(
    world: World,
) -> None:
    issue = major(world)
    assert "waits for a resolution" in page(Client(), issue)
    decided(world, issue, owners_note="动用维修资金")
    shown = page(Client(), issue)
    assert "waits for a resolution" not in shown
    assert "The owners still have to decide: 动用维修资金" in shown
    at_desk = desk(world, "staff", issue)
    assert "还须业主共同决定" in at_desk


def test_what_the_council_asks_is_the_next_act_of_those_who_have_it(world: World) -> None:
    issue = major(world)
    decided(world, issue, asks=PUSH_UP)
    for shown in (page(signed_in(world.staff), issue), desk(world, "staff", issue)):
        assert ASKED in shown
    first = f'button-next" href="/issues/{issue.reference}/act/push_up/'
    assert first in page(signed_in(world.staff), issue)
    for who in ("grid_worker", "resident", "neighbour"):
        assert ASKED not in page(signed_in(getattr(world, who)), issue)


def test_it_is_passed_up_with_the_resolution_and_the_dissent_at_hand(world: World) -> None:
    issue = major(world)
    decided(world, issue, asks=PUSH_UP)
    drawn = draw(world.staff, issue, Act.PUSH_UP)
    assert TALK.agreed in drawn
    assert TALK.dissent in drawn
    send(world.staff, issue, Act.PUSH_UP, {"reason": TALK.agreed, "tried": TALK.dissent})
    assert lead_of(fresh(issue)).cause == "resolution"
    shown = page(Client(), issue)
    assert "As the council resolved, it was passed up" in shown
    assert ASKED not in page(signed_in(world.staff), issue)


def test_what_was_settled_is_the_next_act_too(world: World) -> None:
    issue = at_grid(world, MatterClass.SMALL)
    decided(world, issue, asks=SETTLE, mandate=mandate_of(world.grid))
    shown = page(signed_in(world.grid_worker), issue)
    assert "议事会认为这件事已谈妥，请居民评价。" in shown
    assert f'button-next" href="/issues/{issue.reference}/act/settle/' in shown


def test_the_agenda_shows_in_the_sentence_and_in_the_record(world: World) -> None:
    issue = major(world)
    respond(issue, actor=world.staff, now=AFTER, text="社区接着办")
    assert "on an agenda" in page(Client(), issue)
    mandate = mandate_of(world.community)
    given: dict[str, Any] = {"actor": world.staff, "now": AFTER, "mandate": mandate}
    put_on_agenda(issue, **given, at=at(20, 15))
    shown = page(Client(), issue)
    assert "It comes on the agenda of the sitting of Friday 20 November 2026 15:00." in shown
    postpone(issue, **given, until=at(27, 15))
    shown = page(Client(), issue)
    assert "The council put the talk off until Friday 27 November 2026 15:00." in shown
    assert "put the talk off until this date" in shown
