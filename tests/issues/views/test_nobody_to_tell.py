"""A matter written down for somebody without an account: no page claims that they hear of it."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone, translation

from issues.actions.raise_issue import raise_issue
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.enums.stages import Ending, Stage
from issues.inputs import NewMatter
from issues.models import Issue
from issues.presentation.card import card_of
from issues.presentation.ending import ending_of
from issues.presentation.reader import PUBLIC
from issues.queries.listing import for_cards
from notifications.models import Notice
from tests.harness.signing_in import signed_in
from tests.issues.acting import act_path, raised, send
from tests.world import World

pytestmark = pytest.mark.django_db

CALL = "No account can be told of it: please tell the person by phone."
BY_PHONE = "whoever raised it has no account and is asked by phone whether it is solved."


@pytest.fixture(autouse=True)
def _english(world: World) -> None:
    world.grid_worker.language = "en"
    world.grid_worker.save()


def written_down(world: World) -> Issue:
    matter = NewMatter(
        text="楼道灯不亮了", building=world.building, for_someone_else=True, consent_noted=True,
        contact_name="沈奶奶", contact_phone="13911112222",
    )  # fmt: skip
    now = timezone.now() - timedelta(hours=1)
    return raise_issue(matter, actor=world.grid_worker, reporter=None, now=now)


def said(world: World, issue: Issue, act: Act, **data: str) -> str:
    client = signed_in(world.grid_worker)
    answer = client.post(act_path(issue, act), {"submission": str(uuid4()), **data})
    assert answer.status_code == 302, answer.content.decode()[-2000:]
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def page(world: World, issue: Issue) -> str:
    client = signed_in(world.grid_worker)
    return client.get(f"/issues/{issue.reference}/").content.decode()


def test_who_acts_is_asked_to_call_instead(world: World) -> None:
    issue = written_down(world)
    assert said(world, issue, Act.RECEIVE) == f"Taken in. {CALL}"
    assert said(world, issue, Act.RESPOND, text="下午来看", way="phone") == (
        f"Your answer is written down. {CALL}"
    )
    assert CALL in page(world, issue)
    assert not Notice.objects.filter(kind="issue.answered").exists()


def test_whoever_has_an_account_will_be_told(world: World) -> None:
    issue = raised(world)
    assert said(world, issue, Act.RECEIVE) == "Taken in; the resident will be told."
    assert said(world, issue, Act.RESPOND, text="下午来看", way="online") == (
        "Your answer is written down; the resident will be told."
    )
    assert CALL not in page(world, issue)


def test_the_forms_promise_nobody_what_they_can_t_hear(world: World) -> None:
    issue = written_down(world)
    send(world.grid_worker, issue, Act.RECEIVE, {})
    Issue.objects.filter(pk=issue.pk).update(stage=Stage.TOPIC, matter_class=MatterClass.SMALL)
    client = signed_in(world.grid_worker)
    settles = client.get(act_path(issue, Act.SETTLE)).content.decode()
    assert "Settled: ask by phone" in settles
    merges = client.get(act_path(issue, Act.MERGE)).content.decode()
    assert "please tell them by phone" in merges
    for told in ("ask the resident", "the resident is then asked", "The resident and all"):
        assert told not in settles + merges


def test_what_ended_without_a_word_says_why_there_was_none(world: World) -> None:
    issue = written_down(world)
    issue.stage, issue.ending = Stage.CLOSED, Ending.NO_ANSWER
    with translation.override("en"):
        found = ending_of(issue, PUBLIC, sees_into=False)
    assert found
    assert "has no account" in found["text"]
    assert "The resident was asked" not in found["text"]


def test_nobody_is_said_to_be_asked_whether_it_is_solved(world: World) -> None:
    issue = written_down(world)
    send(world.grid_worker, issue, Act.RECEIVE, {})
    Issue.objects.filter(pk=issue.pk).update(stage=Stage.CONFIRM, matter_class=MatterClass.SMALL)
    shown = page(world, issue)
    assert BY_PHONE in shown
    assert "We have asked the resident" not in shown
    (found,) = for_cards(Issue.objects.filter(pk=issue.pk))
    with translation.override("en"):
        assert BY_PHONE in card_of(found, timezone.now())["words"]
