"""The form of a result says what follows from it, to each body that may bring one."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from django.utils.translation import gettext

from issues.actions.classify import classify
from issues.actions.join import join
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.enums.acts import Act
from issues.enums.matter import MatterClass
from issues.enums.stages import Stage
from issues.models import Issue, Outcome
from tests.issues.acting import draw, raised, send
from tests.world import World

CHECKED = "What was done, with a picture. Grid or community then looks on the spot."
ASKED = "What was done, with a picture. The resident is then asked whether it is solved."
TOLD = "What your body did for its part. Whoever leads the matter is told."


def taken_in(world: World, matter_class: MatterClass = MatterClass.SMALL) -> Issue:
    issue, now, worker = raised(world), timezone.now(), world.grid_worker
    receive(issue, actor=worker, now=now)
    sewers = world.categories["sewers"]
    classify(issue, actor=worker, now=now, matter_class=matter_class, category=sewers)
    return issue


def test_each_body_is_told_what_follows(world: World) -> None:
    issue, now = taken_in(world, MatterClass.URGENT), timezone.now()
    assert gettext(ASKED) in draw(world.grid_worker, issue, Act.DELIVER)
    join(issue, actor=world.grid_worker, now=now, body=world.property_company, reason="换井盖")
    assert gettext(TOLD) in draw(world.partner_clerk, issue, Act.DELIVER)
    push_up(issue, actor=world.grid_worker, now=now, reason="难", tried="试过")
    push_up(issue, actor=world.staff, now=now, reason="难", tried="试过")
    receive(issue, actor=world.clerk, now=now)
    assert gettext(CHECKED) in draw(world.clerk, issue, Act.DELIVER)


def test_a_result_is_reported_through_the_form_without_a_promise(world: World) -> None:
    issue = taken_in(world, MatterClass.URGENT)
    answer = send(
        world.grid_worker, issue, Act.DELIVER, {"text": "换好了", "no_picture_reason": "天黑"}
    )
    assert answer.status_code == 302
    assert Issue.objects.get(pk=issue.pk).stage == Stage.CONFIRM


RESULT = {"text": "换好了", "no_picture_reason": "天黑"}


def form_of(answer: Any) -> Any:
    """The form that the page of `answer` shows."""
    return answer.context["form"]


@pytest.mark.parametrize("typed", ["1，500", "1500元", "1.5千", "１５００"])
def test_a_sum_is_shown_back_as_it_was_understood_before_it_is_sent(
    world: World, typed: str
) -> None:
    issue = taken_in(world, MatterClass.URGENT)
    asked = send(world.grid_worker, issue, Act.DELIVER, {**RESULT, "money": typed})

    assert asked.status_code == 422
    page, form = asked.content.decode(), form_of(asked)
    assert f"您写的“{typed}”就是 1,500 元。对吗？" in page
    assert f'value="{typed}"' in page
    assert not Outcome.objects.exists()
    other = {**RESULT, "money": "2,500", "assent": form.asked_about}
    assert "2,500 元" in send(world.grid_worker, issue, Act.DELIVER, other).content.decode()
    said_yes = {**RESULT, "money": typed, "assent": form.asked_about}
    assert send(world.grid_worker, issue, Act.DELIVER, said_yes).status_code == 302
    assert Outcome.objects.get().money == 1500


def test_a_sum_that_can_mean_two_is_asked_about_at_its_field(world: World) -> None:
    issue = taken_in(world, MatterClass.URGENT)

    answer = send(world.grid_worker, issue, Act.DELIVER, {**RESULT, "money": "1,5"})

    assert answer.status_code == 422
    assert "这既可以是 1.50 元，也可以是 15 元。" in str(form_of(answer).errors["money"])
    assert 'value="1,5"' in answer.content.decode()


@pytest.mark.parametrize("typed", ["0,0", "9" * 30, "9" * 30 + "万", "15万2,5"])
def test_what_no_sum_reaches_is_answered_with_the_form(world: World, typed: str) -> None:
    issue = taken_in(world, MatterClass.URGENT)
    answer = send(world.grid_worker, issue, Act.DELIVER, {**RESULT, "money": typed})
    assert answer.status_code == 422
    assert f'value="{typed}"' in answer.content.decode()
