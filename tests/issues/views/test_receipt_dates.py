"""The receipt and the order are paper: every date is written out, and says whose it is."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from issues.actions.commit import commit
from issues.actions.deliver import deliver
from issues.actions.name_lead import name_lead
from issues.actions.receive import receive
from issues.inputs import NewOutcome
from issues.models import Deadline, Issue
from tests.desks.desking import at_housing, raised
from tests.harness.signing_in import signed_in
from tests.world import World

NEAR = ("今天", "明天", "昨天", "下周", "today", "tomorrow")


def receipt(world: World, issue: Issue, client: Client | None = None) -> str:
    page = (client or signed_in(world.resident)).get(f"/issues/{issue.reference}/receipt/")
    assert page.status_code == 200
    html = page.content.decode()
    return html[html.index('class="slip"') : html.index("查看进展") if "查看进展" in html else None]


def order(world: World, issue: Issue) -> str:
    page = signed_in(world.staff).get(f"/issues/{issue.reference}/slip/")
    assert page.status_code == 200
    html = page.content.decode()
    return html[html.index('<article class="order">') : html.index("</article>")]


def written_out(moment: datetime) -> str:
    local = timezone.localtime(moment)
    return f"{local.year}年{local.month}月{local.day}日"


def test_the_receipt_says_by_when_it_is_taken_in_and_by_when_answered(world: World) -> None:
    issue = raised(world)
    page = receipt(world, issue)
    for kind, label in (("receive", "签收"), ("respond", "首次答复"), ("resolve", "结果")):
        due = Deadline.objects.running().get(issue=issue, kind=kind).due_at
        assert label in page
        assert written_out(due) in page, kind
    assert not [word for word in NEAR if word in page]


def test_once_taken_in_it_says_when(world: World) -> None:
    issue, now = raised(world), timezone.now()
    receive(issue, actor=world.grid_worker, now=now)
    page = receipt(world, issue)
    assert written_out(now) in page
    assert re.search(r"首次答复</dt><dd>\d{4}年", page)


def test_where_the_answer_is_counted_from_the_receipt_its_time_is_said(world: World) -> None:
    page = receipt(world, at_housing(world))
    assert "签收后 1 个工作日内" in page


def test_the_spoken_number_has_its_year_on_paper(world: World) -> None:
    issue = raised(world)
    said = f"珠玑东 {issue.year} 年 {issue.number} 号"
    assert said in receipt(world, issue)
    assert said in order(world, issue)
    page = signed_in(world.resident).get(f"/issues/{issue.reference}/").content.decode()
    assert f"珠玑东 {issue.number} 号" in page
    assert said not in page


def test_two_numbers_of_two_years_are_told_apart_on_the_page(world: World) -> None:
    old, new = raised(world), raised(world)
    Issue.objects.filter(pk=old.pk).update(year=old.year - 1, number=7)
    Issue.objects.filter(pk=new.pk).update(number=7)
    client = signed_in(world.resident)
    pages = [client.get(f"/issues/{one.reference}/").content.decode() for one in (old, new)]
    assert f"珠玑东 {old.year - 1} 年 7 号" in pages[0]
    assert "珠玑东 7 号" in pages[1]


@pytest.fixture
def at_work(world: World) -> Issue:
    """Two bodies, a promise that is broken, and money that was spent."""
    issue, now = at_housing(world), timezone.now()
    receive(issue, actor=world.clerk, now=now)
    joint = [world.property_company]
    name_lead(issue, actor=world.dispatcher, now=now, body=world.housing, joint=joint)
    soon = now + timedelta(hours=1)
    commit(issue, actor=world.clerk, now=now, text="换三米管", due_at=soon)
    receive(issue, actor=world.partner_clerk, now=now)
    result = NewOutcome(
        text="清了垃圾", money=Decimal(600), paid_by="物业", no_picture_reason="天黑"
    )
    deliver(issue, actor=world.partner_clerk, now=now, result=result)
    ago = now - timedelta(days=9)
    issue.commitments.update(due_at=ago)
    Deadline.objects.filter(commitment__issue=issue).update(due_at=ago, wake_at=ago)
    return issue


def test_the_order_names_whose_each_date_is(world: World, at_work: Issue) -> None:
    page = order(world, at_work)
    dates = re.search(r'<th scope="row">期限</th><td>(.*?)</td>', page, re.DOTALL)
    assert dates is not None
    for line in re.findall(r"<p.*?</p>", dates.group(1), re.DOTALL):
        assert "住建办" in line or "安居物业公司" in line, line
        assert re.search(r"\d{4}年\d+月\d+日", line), line


def test_the_order_does_not_say_that_who_was_only_asked_has_it(world: World) -> None:
    issue = at_housing(world)
    assert "凤凰台街道住建办，还没签收" in order(world, issue)
    receive(issue, actor=world.clerk, now=timezone.now())
    assert "还没签收" not in order(world, issue)


def test_the_order_lists_promises_and_money(world: World, at_work: Issue) -> None:
    page = order(world, at_work)
    assert "换三米管" in page
    assert "600 元" in page
    assert "物业" in page
    assert "清了垃圾" in page


def test_what_is_late_stands_out_on_the_order(world: World, at_work: Issue) -> None:
    page = order(world, at_work)
    assert "已超时 9 天" in page
    assert "本应 " in page
    assert page.count('class="order-late"') == 2, "among the dates, and among the promises"


def test_its_button_leads_to_the_matter_and_does_not_offer_to_follow_it(world: World) -> None:
    issue = raised(world)
    html = signed_in(world.resident).get(f"/issues/{issue.reference}/receipt/").content.decode()
    assert f'href="/issues/{issue.reference}/">查看进展</a>' in html
    assert "关注这件事" not in html


def test_what_is_still_to_be_taken_in_is_not_said_to_have_come(world: World) -> None:
    page = receipt(world, raised(world))
    assert "<dt>签收</dt>" in page
    assert "<dt>收到</dt>" not in page
