"""The order on paper: for those who work on it, without the resident's number."""

from __future__ import annotations

import pytest
from django.utils import timezone

from issues.actions.decline import decline
from issues.actions.receive import receive
from issues.actions.respond import respond
from issues.models import Issue
from tests.harness.signing_in import signed_in
from tests.issues.acting import raised
from tests.world import World


def test_whoever_works_on_it_prints_the_order(world: World) -> None:
    issue = raised(world)
    answer = signed_in(world.grid_worker).get(f"/issues/{issue.reference}/slip/")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert issue.text in page
    assert (world.resident.phone or "")[-8:] not in page


def test_the_resident_and_strangers_do_not(world: World) -> None:
    issue = raised(world)
    for person in (world.resident, world.stranger, world.clerk, world.far_grid_worker):
        assert signed_in(person).get(f"/issues/{issue.reference}/slip/").status_code == 404


def test_a_number_that_the_resident_wrote_down_is_not_printed_either(world: World) -> None:
    issue = raised(world, "三号楼2单元301的下水道堵了，打13905331234找我")
    respond_by(world, issue, "已回电13905331234")
    page = signed_in(world.grid_worker).get(f"/issues/{issue.reference}/slip/").content.decode()
    assert "13905331234" not in page
    assert "2单元301的下水道堵了" in page
    assert "已回电" in page


def respond_by(world: World, issue: Issue, text: str) -> None:
    now = timezone.now()
    receive(issue, actor=world.grid_worker, now=now)
    respond(issue, actor=world.grid_worker, now=now, text=text)


def test_on_paper_no_day_is_called_today_or_tomorrow(world: World) -> None:
    issue = raised(world)
    respond_by(world, issue, "下午去看")
    page = signed_in(world.grid_worker).get(f"/issues/{issue.reference}/slip/").content.decode()
    assert "下午去看" in page
    assert "今天" not in page
    assert "明天" not in page
    assert "tomorrow" not in page


def test_of_what_ended_unclassified_nothing_says_that_its_kind_is_looked_at(world: World) -> None:
    issue, now = raised(world), timezone.now()
    receive(issue, actor=world.grid_worker, now=now)
    decline(issue, actor=world.grid_worker, now=now, where_to="镇民政办")
    client = signed_in(world.grid_worker)
    for path in (f"/issues/{issue.reference}/slip/", f"/desk/grid/ZJD-1/?case={issue.reference}"):
        page = client.get(path)
        assert page.status_code == 200
        assert "正在核实是哪一类事" not in page.content.decode(), path


@pytest.mark.parametrize(
    "number",
    [
        "１３９０５３３１２３４",
        "139.0533.1234",
        "139  0533   1234",
        "一三九零五三三一二三四",
        "139\u200b0533\u202a1234",
        "0533-7180123",
        "7180123",
        "微信 wang_abc1",
        "370305196001011234",
    ],
    ids=ascii,
)
def test_no_number_is_printed_in_whichever_form(world: World, number: str) -> None:
    """In whatever was written about the matter, the place too."""
    issue = raised(world, f"三号楼的下水道堵了，打{number}找我", place_note=f"二楼，先打{number}")
    respond_by(world, issue, f"已回{number}")
    page = signed_in(world.grid_worker).get(f"/issues/{issue.reference}/slip/").content.decode()
    kept = page.count("×××")
    assert number not in page
    assert kept == 3, kept
