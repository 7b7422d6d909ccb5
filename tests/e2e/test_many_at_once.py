"""Several matters of a queue at once, on a tablet: pressed twice, cut off, changed meanwhile."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Locator, Route, expect

from grids.enums import Role
from issues.actions.assign import assign
from issues.actions.push_up import push_up
from issues.actions.receive import receive
from issues.models import Assignment, Issue
from tests.e2e.conftest import Town
from tests.e2e.people import DESKTOP, PHONE, TABLET, TABLET_UPRIGHT, Person, Size, visits, walk_in
from tests.e2e.words import zh
from tests.issues.acting import raised
from tests.world import person, post

TWELVE = 12


def twelve(town: Town, *, in_hand: bool) -> list[Issue]:
    found = []
    for number in range(TWELVE):
        issue = raised(town.world, text=f"第{number + 1}盏路灯不亮了，晚上看不见。")
        if in_hand:
            receive(issue, actor=town.world.grid_worker, now=timezone.now())
        found.append(issue)
    return found


def boxes(desk: Person) -> Locator:
    return desk.page.locator("input[name=reference]")


def open_queue(desk: Person, town: Town, asked: str) -> None:
    walk_in(desk, town.world.grid_worker)
    desk.go(f"/desk/grid/{town.world.grid.code}/?{asked}")


def in_hand_of(issues: list[Issue]) -> list[int | None]:
    turns = {turn.issue_id: turn for turn in Assignment.objects.current().lead()}
    return [turns[issue.pk].assignee_id for issue in issues]


def test_twelve_are_taken_in_by_two_presses_once(town: Town, browser: Browser) -> None:
    issues = twelve(town, in_hand=False)
    with visits(browser, town.url) as visit:
        desk = visit(TABLET)
        open_queue(desk, town, "section=new")
        expect(boxes(desk)).to_have_count(TWELVE)
        receive(issues[4], actor=town.world.grid_head, now=timezone.now())
        desk.page.get_by_role("button", name=zh("Take in what is ticked")).dblclick()
        told = desk.page.locator("#messages")
        expect(told).to_contain_text("11 件")
        expect(told).to_contain_text(issues[4].reference)
        assert told.locator(".notice").count() == 1
    turns = Assignment.objects.filter(issue__in=issues, received_by__isnull=False)
    assert sorted(turns.values_list("received_by", flat=True)) == sorted(
        [town.world.grid_worker.pk] * (TWELVE - 1) + [town.world.grid_head.pk]
    )


def test_ticks_and_the_name_stay_through_a_cut_line_and_loading_again(
    town: Town, browser: Browser
) -> None:
    issues, to, other = twelve(town, in_hand=True), town.world.grid_head, person("张勇")
    post(other, town.world.grid, Role.GRID_WORKER)
    with visits(browser, town.url) as visit:
        desk = visit(TABLET)
        open_queue(desk, town, "section=hand&several=1")
        chooser = desk.page.get_by_label(zh("Who sees to it"))
        chooser.select_option(str(to.pk))
        desk.press(zh("Tick all"))
        all_of_them = boxes(desk).count()
        expect(desk.page.locator("input[name=reference]:checked")).to_have_count(all_of_them)
        expect(chooser).to_have_value(str(to.pk))
        desk.press(zh("Tick none"))
        for issue in issues[:3]:
            desk.page.locator(f"input[value^='{issue.reference}.']").check()
        desk.reload()
        expect(desk.page.locator("input[name=reference]:checked")).to_have_count(3)
        expect(chooser).to_have_value(str(to.pk))
        desk.page.route("**/many/", cut)
        desk.press(zh("For what is ticked"))
        desk.page.wait_for_url("chrome-error://**")
        desk.page.unroute("**/many/")
        desk.go(f"/desk/grid/{town.world.grid.code}/?section=hand&several=1")
        expect(desk.page.locator("input[name=reference]:checked")).to_have_count(3)
        # Meanwhile one went to somebody else and one went up.
        now = timezone.now()
        assign(issues[0], actor=town.world.grid_worker, now=now, to=other)
        push_up(issues[1], actor=town.world.grid_worker, now=now, reason="难", tried="试过")
        desk.press(zh("For what is ticked"))
        told = desk.page.locator("#messages")
        for issue in issues[:2]:
            expect(told).to_contain_text(issue.reference)
        expect(desk.page.locator("input[name=reference]:checked")).to_have_count(0)
        desk.reload()
        expect(desk.page.locator("input[name=reference]:checked")).to_have_count(0)
    assert in_hand_of(issues[2:3]) == [to.pk]
    assert in_hand_of(issues[:1]) == [other.pk]


def cut(route: Route) -> None:
    route.abort("connectionfailed")


@pytest.mark.parametrize("size", [PHONE, TABLET_UPRIGHT, TABLET, DESKTOP])
def test_the_boxes_fit_and_are_big_enough_for_a_finger(
    town: Town, browser: Browser, size: Size
) -> None:
    raised(town.world, text="一件要签收的事，标题长一点也不把页面撑宽，也不被切成两截。")
    with visits(browser, town.url) as visit:
        desk = visit(size)
        open_queue(desk, town, "section=new")
        desk.resize(size)
        ticks = desk.page.locator(".row-tick")
        box = ticks.first.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
        assert re.search("many", desk.page.locator("form.many").get_attribute("data-keep") or "")
