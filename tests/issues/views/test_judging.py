"""Whoever must judge a result sees it first: its words, its pictures, its money."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import timezone

from accounts.models import User
from issues.actions.deliver import deliver
from issues.actions.receive import receive
from issues.actions.verify import verify
from issues.enums.acts import Act
from issues.inputs import NewOutcome
from issues.models import Issue
from tests.desks.desking import at_housing
from tests.harness.signing_in import signed_in
from tests.issues.acting import act_path
from tests.issues.staging import upload
from tests.world import World


@pytest.fixture
def reported(world: World) -> Issue:
    issue, now = at_housing(world), timezone.now()
    receive(issue, actor=world.clerk, now=now)
    before = upload(world.resident)
    issue.photos.create(upload=before, purpose="raised", shown=True)
    result = NewOutcome(
        text="换了三米铸铁管，路面已恢复",
        money=Decimal(1200),
        paid_by="街道专项资金",
        count=3,
        count_of="米管道",
        photos=[upload(world.clerk)],
    )
    deliver(issue, actor=world.clerk, now=now, result=result)
    return Issue.objects.get(pk=issue.pk)


def page_of(user: User, path: str, **headers: str) -> str:
    answer = signed_in(user).get(path, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def begins_with_the_result(page: str, question: str) -> None:
    for what in ("换了三米铸铁管", "1,200 元", "街道专项资金", "米管道", "办理前", "办理后"):
        assert what in page, what
        assert page.index(what) < page.index(question), what


def test_the_page_of_the_check_begins_with_the_result(world: World, reported: Issue) -> None:
    page = page_of(world.grid_head, act_path(reported, Act.VERIFY))
    begins_with_the_result(page, 'name="is_there"')
    assert page.index("换了三米铸铁管") < page.index(reported.text)


def test_so_does_the_form_in_the_panel_of_a_desk(world: World, reported: Issue) -> None:
    page = page_of(world.grid_head, act_path(reported, Act.VERIFY), HX_Request="true")
    begins_with_the_result(page, 'name="is_there"')
    assert page.count("换了三米铸铁管") == 1


def test_the_resident_is_asked_below_the_result(world: World, reported: Issue) -> None:
    verify(reported, actor=world.grid_head, now=timezone.now(), is_there=True)
    page = page_of(world.resident, f"/issues/{reported.reference}/confirm/")
    begins_with_the_result(page, 'name="resolved"')


def test_who_calls_the_resident_reads_the_result_to_them(world: World, reported: Issue) -> None:
    verify(reported, actor=world.grid_head, now=timezone.now(), is_there=True)
    page = page_of(world.staff, act_path(reported, Act.CALL_BACK))
    begins_with_the_result(page, 'name="resolved"')


def test_a_result_that_was_refused_is_not_judged_again(world: World, reported: Issue) -> None:
    now = timezone.now()
    verify(reported, actor=world.grid_head, now=now, is_there=False, note="路面没恢复")
    result = NewOutcome(text="路面也恢复了", no_picture_reason="天黑")
    deliver(reported, actor=world.clerk, now=now, result=result)
    page = page_of(world.grid_head, act_path(reported, Act.VERIFY))
    assert "路面也恢复了" in page
    assert "换了三米铸铁管" not in page
