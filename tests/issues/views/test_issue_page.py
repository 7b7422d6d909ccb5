"""The page of one issue, as each kind of reader sees it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from issues.actions.classify import classify
from issues.actions.decline import decline
from issues.actions.hide import hide
from issues.actions.keep_private import keep_private
from issues.actions.merge import merge
from issues.actions.receive import receive
from issues.actions.sweep import sweep
from issues.actions.withdraw import withdraw
from issues.enums.matter import MatterClass
from issues.models import Issue
from tests.harness.signing_in import signed_in
from tests.issues.staging import MONDAY, SECRETS, busy, published, raised, settled
from tests.world import World

OUTSIDERS = ["neighbour", "stranger", "near_staff", "far_grid_worker", "other_grid_worker",
             "other_clerk", "district_clerk", "mediator", "administrator"]  # fmt: skip
WORKERS = ["grid_worker", "grid_head", "staff", "lead"]


def address(issue: Issue) -> str:
    return f"/issues/{issue.reference}/"


def page(client: Client, issue: Issue, *, language: str = "en") -> str:
    client.cookies["language"] = language
    response = client.get(address(issue))
    assert response.status_code == 200
    return response.content.decode()


def visitor() -> Client:
    return Client()


@pytest.mark.parametrize("who", OUTSIDERS)
def test_a_matter_not_yet_published_is_not_there_for_others(world: World, who: str) -> None:
    issue = raised(world)
    assert signed_in(getattr(world, who)).get(address(issue)).status_code == 404
    assert visitor().get(address(issue)).status_code == 404


@pytest.mark.parametrize("who", [*WORKERS, "resident"])
def test_those_inside_read_the_residents_own_words_and_that_others_do_not(
    world: World, who: str
) -> None:
    shown = page(signed_in(getattr(world, who)), raised(world))
    assert "我婆婆张桂兰" in shown
    assert "matter-badge" in shown


@pytest.mark.parametrize("make", [published, settled, busy])
@pytest.mark.parametrize("who", ["", "neighbour", "near_staff", "far_grid_worker", "other_clerk"])
def test_a_published_matter_leaks_nothing_private(
    world: World, make: Callable[[World], Issue], who: str
) -> None:
    client = signed_in(getattr(world, who)) if who else visitor()
    shown = page(client, make(world))
    assert "楼前下水道堵了" in shown
    for secret in (*SECRETS, "邻居0", "陈静", "沈涛", world.resident.phone):
        assert str(secret) not in shown, secret


def test_the_public_sees_chosen_photos_only(world: World) -> None:
    issue = busy(world)
    hidden = [p.upload.token for p in issue.photos.select_related("upload") if not p.shown]
    shown = [p.upload.token for p in issue.photos.select_related("upload") if p.shown]
    assert len(hidden) > 4
    text = page(visitor(), issue)
    assert all(str(token) in text for token in shown)
    assert not any(str(token) in text for token in hidden)


def test_the_reporter_does_not_read_what_neighbours_added_unchecked(world: World) -> None:
    text = page(signed_in(world.resident), busy(world))
    assert "沈师傅家也淹了" not in text
    assert "邻居0" not in text
    assert "沈师傅家、张桂兰" not in text
    assert "下午到张桂兰家来看" in text


def test_staff_read_all_of_it(world: World) -> None:
    text = page(signed_in(world.staff), busy(world))
    for said in ("沈师傅家也淹了 0", "邻居0", "沈师傅家、张桂兰", "社区没有钱", "问过张桂兰"):
        assert said in text


def test_whoever_added_something_sees_it_waiting(world: World) -> None:
    issue = busy(world, neighbours=2)
    author = User.objects.get(name="邻居1")
    text = page(signed_in(author), issue)
    assert "沈师傅家也淹了 1" in text
    assert "沈师傅家也淹了 0" not in text


def test_the_first_receiver_can_be_called_at_the_work_phone(world: World) -> None:
    world.grid_worker.postings.update(work_phone="0533-7100001")
    text = page(visitor(), busy(world))
    assert "王晓燕" in text
    assert 'href="tel:0533-7100001"' in text
    assert str(world.grid_worker.phone) not in text


def test_money_counts_and_promises_are_shown(world: World) -> None:
    text = page(visitor(), busy(world))
    for shown in ("12,800", "处下水管道", "换 30 米管", "一户不同意开挖", "先换管，第 1 次商定"):
        assert shown in text


def test_the_page_costs_the_same_however_much_has_happened(
    world: World, django_assert_max_num_queries: Any
) -> None:
    plain, much = published(world), busy(world, neighbours=9)
    counts = {}
    for who in ("resident", "staff", "neighbour", "clerk"):
        for issue in (plain, much):
            client = signed_in(getattr(world, who))
            # What they had been told of it counts as read from now on.
            client.get(address(issue))
            with django_assert_max_num_queries(14) as asked:
                client.get(address(issue))
            counts[who, issue.pk] = len(asked)
        assert counts[who, plain.pk] == counts[who, much.pk]


@pytest.mark.parametrize("who", ["neighbour", "near_staff", "other_clerk", ""])
def test_kept_private_and_hidden_ones_are_not_there_for_others(world: World, who: str) -> None:
    private, hidden = raised(world), published(world)
    keep_private(private, actor=world.grid_worker, now=MONDAY, reason="家事")
    hide(hidden, actor=world.grid_worker, now=MONDAY, reason="写了张桂兰的名字")
    client = signed_in(getattr(world, who)) if who else visitor()
    for issue in (private, hidden):
        assert client.get(address(issue)).status_code == 404
        assert "matter-badge" in page(signed_in(world.staff), issue)


def test_a_declined_matter_says_where_to_go(world: World) -> None:
    issue = published(world)
    classify(issue, actor=world.grid_worker, now=MONDAY, matter_class=MatterClass.SMALL,
             category=world.categories["sewers"])  # fmt: skip
    decline(issue, actor=world.grid_worker, now=MONDAY, where_to="请找铁路工务段")
    assert "请找铁路工务段" in page(visitor(), issue)


def test_a_merged_matter_leads_to_the_other(world: World) -> None:
    into, issue = published(world), published(world)
    merge(issue, into=into, actor=world.grid_worker, now=MONDAY)
    assert f'href="{address(into)}"' in page(visitor(), issue)


def test_what_ended_on_the_way_promises_no_further_step(world: World) -> None:
    """Neither a rail with stations to come nor a class that is still being looked at."""
    issue = published(world)
    assert 'class="rail' in page(visitor(), issue)
    merge(issue, into=published(world), actor=world.grid_worker, now=MONDAY)
    text = page(visitor(), issue)
    assert 'class="rail' not in text
    assert "Its kind is being looked at" not in text


def test_a_withdrawn_matter_keeps_its_reason_inside(world: World) -> None:
    issue = published(world)
    withdraw(issue, actor=world.resident, now=MONDAY, reason="张桂兰自己修好了")
    assert "张桂兰" not in page(visitor(), issue)
    assert "张桂兰自己修好了" in page(signed_in(world.staff), issue)


def test_silence_is_never_told_as_satisfied(world: World) -> None:
    issue = settled(world)
    sweep(now=MONDAY + timedelta(days=9))
    text = page(visitor(), issue)
    assert "is-no_answer" in text
    assert "is-solved" not in text


def test_an_overdue_turn_says_so(world: World) -> None:
    text = page(visitor(), published(world))
    assert 'class="chain-level is-lit"' in text
    assert "overdue" in text


def test_a_major_matter_says_what_it_waits_for(world: World) -> None:
    issue = published(world)
    classify(issue, actor=world.grid_worker, now=MONDAY, matter_class=MatterClass.MAJOR,
             category=world.categories["sewers"])  # fmt: skip
    receive(issue, actor=world.staff, now=MONDAY)
    assert "waits for a resolution" in page(visitor(), issue)


def test_workers_get_their_acts_and_others_none(world: World) -> None:
    issue = published(world)
    assert f"{address(issue)}act/classify/" in page(signed_in(world.grid_worker), issue)
    for who in ("resident", "neighbour", "near_staff"):
        assert "/act/" not in page(signed_in(getattr(world, who)), issue)


def test_the_record_links_each_entry_to_its_proof(world: World) -> None:
    assert page(visitor(), published(world)).count("/record/entries/") == 4


def test_it_reads_in_both_languages(world: World) -> None:
    issue = busy(world)
    for language in ("en", "zh-hans"):
        assert f'lang="{language}"' in page(visitor(), issue, language=language)


def meta(shown: str, name: str) -> str:
    return shown.split(f'<meta property="og:{name}" content="')[1].split('"', maxsplit=1)[0]


def test_a_chat_shows_the_checked_title_of_a_public_matter_to_whoever_passes_it_on(
    world: World,
) -> None:
    issue = published(world)
    Issue.objects.filter(pk=issue.pk).update(public_title="找13812345678要钥匙")
    for reader in (visitor(), signed_in(world.grid_worker)):
        shown = page(reader, issue)
        assert "钥匙" in meta(shown, "title")
        assert "13812345678" not in meta(shown, "title")
        assert issue.reference in meta(shown, "description")


def test_a_chat_shows_nothing_of_a_matter_that_not_everybody_reads(world: World) -> None:
    issue = raised(world)
    shown = page(signed_in(world.grid_worker), issue)
    share = meta(shown, "title") + meta(shown, "description")
    assert share
    assert issue.reference not in share
    assert issue.text[:6] not in share
    assert (issue.title or "我婆婆") not in share


def test_a_page_in_english_says_that_the_residents_words_are_chinese(world: World) -> None:
    issue = published(world)
    shown = page(visitor(), issue, language="en")
    assert 'class="matter-words" lang="zh-hans"' in shown
    assert "As written, in Chinese" in shown
    chinese = page(visitor(), issue, language="zh-hans")
    assert 'class="matter-words">' in chinese
    assert "as-written" not in chinese
