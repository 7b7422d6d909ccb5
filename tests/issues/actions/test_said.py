"""The answer stands in the message itself: masked, short, and gone with what it quotes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from accounts.models import User
from desks.actions.erase_person import erase_person
from issues.actions.decline import decline
from issues.actions.deliver import deliver
from issues.actions.find import find
from issues.actions.follow import follow
from issues.actions.hide import hide
from issues.actions.merge import merge
from issues.actions.respond import respond
from issues.actions.support import support
from issues.actions.verify import verify
from issues.actions.withdraw import withdraw
from issues.enums.matter import MatterClass, Source
from issues.excerpts import LONGEST, excerpt
from issues.inputs import NewOutcome
from issues.models import Issue
from notifications.actions.forget_said import forget_said
from notifications.messages import text_message
from notifications.models import Notice
from tests.issues.actions.doing import NOW, at_grid, at_housing
from tests.issues.actions.sweeping import at
from tests.world import World

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.fixture(autouse=True)
def _chinese() -> object:
    with translation.override("zh-hans"):
        yield


def message(user: User, kind: str) -> str:
    notice = Notice.objects.filter(recipient=user, kind=f"issue.{kind}").latest("pk")
    return text_message(notice)


def test_the_resident_reads_the_answer_in_the_message(world: World) -> None:
    issue = at_grid(world)
    respond(issue, actor=world.grid_worker, now=NOW, text="下午三点去看，\n先别用水。")
    words = message(world.resident, "responded")
    assert "“下午三点去看， 先别用水。”" in words
    assert "点开" not in words


def test_names_numbers_and_doors_stay_on_the_page(world: World) -> None:
    issue = at_grid(world)
    text = f"已打 13911112222 找{world.resident.name}，3号楼2单元402 已通"
    respond(issue, actor=world.grid_worker, now=NOW, text=text)
    words = message(world.resident, "responded")
    for secret in ("13911112222", world.resident.name, "402"):
        assert secret not in words
    assert "已通" in words


def test_sixty_characters_are_quoted_and_none_is_cut_in_two() -> None:
    assert excerpt("好" * 60) == "好" * 60
    assert excerpt("好" * 61) == "好" * 59 + "…"
    cut = excerpt("好" * 57 + FAMILY + "好" * 20)
    assert cut == "好" * 57 + "…"
    assert len(cut) <= LONGEST


def test_what_was_found_where_to_go_and_what_was_done_are_told(world: World) -> None:
    issue = at_grid(world, MatterClass.HARD)
    find(issue, actor=world.grid_worker, now=NOW, text="井里有石块")
    assert "“井里有石块”" in message(world.resident, "found")
    done = at_housing(world, MatterClass.SMALL)
    result = NewOutcome(text="换了三米管", no_picture_reason="天黑")
    deliver(done, actor=world.clerk, now=NOW, result=result)
    assert "“换了三米管”" in message(world.resident, "delivered")
    assert "“换了三米管”" in message(world.grid_worker, "to_verify")
    verify(done, actor=world.grid_head, now=at(16, 11), is_there=False, note="还差井盖")
    assert "“还差井盖”" in message(world.clerk, "not_there")
    away = at_grid(world)
    decline(away, actor=world.grid_worker, now=NOW, where_to="请找镇民政办")
    assert "“请找镇民政办”" in message(world.resident, "declined")


def test_whoever_gets_it_reads_why_it_was_passed_up(world: World) -> None:
    at_housing(world, MatterClass.SMALL, received=False)
    assert "“要换管”" in message(world.clerk, "came")


def test_a_receipt_says_by_when_it_is_taken_in_and_answered(world: World) -> None:
    at_grid(world, actor=world.staff, source=Source.WRITTEN_DOWN, consent_noted=True)
    words = message(world.resident, "raised")
    assert "签收" in words
    assert "答复您" in words
    assert "11月16日（周一）14:30" in words
    assert "11月17日（周二）17:30" in words
    assert "最晚 11月17日（周二）17:30 答复您" in message(world.resident, "received")


def test_what_neighbours_were_told_goes_when_the_matter_is_hidden(world: World) -> None:
    issue = at_grid(world)
    support(issue, actor=world.neighbour, now=NOW)
    notice = Notice.objects.create(
        recipient=world.neighbour, kind="issue.decided", subject=issue.uid, dedupe_key="x",
        parameters={"reference": issue.reference, "result": "adopted", "said": "换管"},
    )  # fmt: skip
    assert "换管" in text_message(notice)
    hide(issue, actor=world.lead, now=at(16, 11), reason="写了门牌")
    notice.refresh_from_db()
    assert "换管" not in text_message(notice)
    assert "“写了门牌”" in message(world.resident, "hidden")


def test_why_it_is_hidden_is_quoted_to_its_reporter_alone(world: World) -> None:
    into, own = at_grid(world), at_grid(world)
    Issue.objects.filter(pk=own.pk).update(reporter=world.neighbour)
    merge(own, into=into, actor=world.grid_worker, now=NOW)
    hide(into, actor=world.lead, now=at(16, 11), reason="写了门牌")
    assert "“写了门牌”" in message(world.resident, "hidden")
    told = message(world.neighbour, "hidden")
    assert "仍然能看到" in told
    assert "写了门牌" not in told
    assert "原因" not in told


def quoted(person: User, issue: Issue) -> Notice:
    return Notice.objects.create(
        recipient=person, kind="issue.found", subject=issue.uid, dedupe_key=f"x{issue.pk}",
        parameters={"reference": issue.reference, "said": "井里有石块"},
    )  # fmt: skip


def still_quoted(notice: Notice) -> bool:
    notice.refresh_from_db()
    return "said" in notice.parameters


def test_who_lets_go_of_a_matter_keeps_no_quotes_of_it(world: World) -> None:
    issue, other = at_grid(world), at_grid(world)
    for one in (issue, other):
        follow(one, actor=world.neighbour, now=NOW)
    here, there = quoted(world.neighbour, issue), quoted(world.neighbour, other)
    follow(issue, actor=world.neighbour, now=NOW, stop=True)
    assert (still_quoted(here), still_quoted(there)) == (False, True)


def test_who_hears_of_it_otherwise_keeps_them_until_it_is_hidden(world: World) -> None:
    issue = at_grid(world)
    support(issue, actor=world.neighbour, now=NOW)
    for person in (world.neighbour, world.grid_worker):
        follow(issue, actor=person, now=NOW)
        notice = quoted(person, issue)
        follow(issue, actor=person, now=NOW, stop=True)
        assert still_quoted(notice)


def test_whose_matter_goes_on_by_itself_keeps_no_quotes_of_the_other(world: World) -> None:
    into, own = at_grid(world), at_grid(world)
    Issue.objects.filter(pk=own.pk).update(reporter=world.neighbour)
    merge(own, into=into, actor=world.grid_worker, now=NOW)
    notice, mine = quoted(world.neighbour, into), quoted(world.resident, into)
    hide(into, actor=world.lead, now=at(16, 11), reason="写了门牌")
    assert still_quoted(notice)
    withdraw(into, actor=world.resident, now=at(16, 12))
    assert (still_quoted(notice), still_quoted(mine)) == (False, True)


def test_who_is_erased_is_quoted_no_more(world: World) -> None:
    issue = at_housing(world, MatterClass.SMALL)
    deliver(
        issue,
        actor=world.clerk,
        now=NOW,
        result=NewOutcome(text="换了管", no_picture_reason="天黑"),
    )
    assert Notice.objects.filter(subject=issue.uid, parameters__has_key="said").exists()
    erase_person(world.resident, actor=world.resident, now=timezone.now() + timedelta(days=1))
    assert not Notice.objects.filter(subject=issue.uid, parameters__has_key="said").exists()
    assert forget_said([issue.uid]) == 0
