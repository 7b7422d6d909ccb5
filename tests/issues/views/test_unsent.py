"""Whoever loses a matter while typing is told why, and gets their own words back."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from grids.models import Posting
from issues.actions.classify import classify
from issues.actions.keep_private import keep_private
from issues.actions.name_lead import name_lead
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.actions.withdraw import withdraw
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.models import Finding, Issue
from tests.harness.signing_in import signed_in
from tests.issues.acting import act_path, draw, raised, send
from tests.world import World

WORDS = "<b>井盖</b>翘起来了，量了两处"


def at_housing(world: World) -> Issue:
    """Private, and with the street's housing office."""
    issue, now = raised(world), timezone.now()
    receive(issue, actor=world.grid_worker, now=now)
    keep_private(issue, actor=world.grid_worker, now=now)
    classify(
        issue, actor=world.grid_worker, now=now,
        matter_class=MatterClass.SMALL, category=world.categories["sewers"],
    )  # fmt: skip
    for who in (world.grid_worker, world.staff):
        push_up(issue, actor=who, now=now, reason="办不了", tried="试过")
    receive(issue, actor=world.clerk, now=now)
    return Issue.objects.get(pk=issue.pk)


def test_a_post_that_ended_gives_the_words_back_and_nothing_of_the_matter(world: World) -> None:
    issue = at_housing(world)
    Posting.objects.filter(user=world.grid_worker).update(
        ends_on=timezone.localdate() - timedelta(days=1)
    )
    answer = send(world.grid_worker, issue, Act.FIND, {"text": WORDS})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "&lt;b&gt;井盖&lt;/b&gt;翘起来了，量了两处" in page
    for secret in (issue.text, issue.reference, "机械厂", "李大妈", world.resident.phone or "-"):
        assert secret not in page.replace(act_path(issue, Act.FIND), "")
    assert not Finding.objects.exists()


def test_a_matter_that_does_not_exist_gives_the_very_same_page(world: World) -> None:
    issue = at_housing(world)
    client, data = signed_in(world.stranger), {"text": WORDS}
    there = client.post(act_path(issue, Act.FIND), data).content.decode()
    nowhere = client.post("/issues/ZJD-2026-9999/act/find/", data).content.decode()
    assert "量了两处" in there
    assert len(there) == len(nowhere.replace("ZJD-2026-9999", issue.reference))


def test_nothing_typed_is_not_found_as_before(world: World) -> None:
    issue = at_housing(world)
    client = signed_in(world.stranger)
    assert client.post(act_path(issue, Act.FIND), {"text": "  "}).status_code == 404


def test_a_matter_that_went_to_another_office_says_so_and_what_changed(world: World) -> None:
    issue, now = at_housing(world), timezone.now()
    page = draw(world.clerk, issue, Act.COMMIT)
    assert "<form" in page
    name_lead(issue, actor=world.dispatcher, now=now, body=world.sanitation, reason="归环卫")
    answer = send(
        world.clerk, issue, Act.COMMIT,
        {"text": WORDS, "version": issue.version, "drawn": now.isoformat()},
    )  # fmt: skip
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "量了两处" in page
    assert "凤凰台街道环卫所" in page
    assert 'class="act-form"' not in page


def test_a_matter_that_ended_while_typing_gives_the_words_back(world: World) -> None:
    issue = at_housing(world)
    withdraw(issue, actor=world.resident, now=timezone.now())
    answer = send(world.clerk, issue, Act.RESPOND, {"text": WORDS, "version": issue.version})
    assert answer.status_code == 409
    assert "量了两处" in answer.content.decode()


def test_into_a_desk_comes_only_the_part(world: World) -> None:
    issue = at_housing(world)
    withdraw(issue, actor=world.resident, now=timezone.now())
    answer = signed_in(world.clerk).post(
        act_path(issue, Act.RESPOND), {"text": WORDS, "submission": uuid4()},
        headers={"HX-Request": "true"},
    )  # fmt: skip
    assert answer.status_code == 409
    assert "<html" not in answer.content.decode()
    assert "量了两处" in answer.content.decode()


@pytest.mark.parametrize("reason", ["wish", "dispute"])
def test_publishing_what_stays_private_is_refused_in_a_clear_sentence(
    world: World, reason: str
) -> None:
    issue = raised(world)
    if reason == "wish":
        Issue.objects.filter(pk=issue.pk).update(private_wish=True)
    else:
        Issue.objects.filter(pk=issue.pk).update(category=world.categories["noise"])
    sentence = {"wish": "居民希望这件事不公开", "dispute": "邻里纠纷"}[reason]
    client = signed_in(world.grid_worker)
    asked = client.get(act_path(issue, Act.PUBLISH))
    assert (asked.status_code, sentence in asked.content.decode()) == (409, True)
    sent = send(world.grid_worker, issue, Act.PUBLISH, {"public_title": "堵", "public_text": "堵"})
    assert (sent.status_code, sentence in sent.content.decode()) == (422, True)
    assert Issue.objects.get(pk=issue.pk).visibility == "pending"


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_session_that_ended_while_typing_gives_the_words_back_and_nothing_of_the_matter(
    world: World, headers: dict[str, str]
) -> None:
    issue = at_housing(world)
    desk = "/desk/grid/ZJD-1/"
    answer = Client().post(
        act_path(issue, Act.FIND), {"text": WORDS, "next": desk}, headers=headers
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "&lt;b&gt;井盖&lt;/b&gt;翘起来了，量了两处" in page
    assert "/sign-in/?next=/desk/grid/ZJD-1/" in page
    assert issue.text not in page
    assert not Finding.objects.exists()
