"""Every figure of a desk is the length of the list that it opens, joint bodies included."""

from __future__ import annotations

import re
from datetime import timedelta
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.utils import timezone

from issues.actions.classify import classify
from issues.actions.commit import commit
from issues.actions.deliver import deliver
from issues.actions.name_lead import name_lead
from issues.actions.push_up import push_up
from issues.actions.raise_issue import raise_issue
from issues.actions.receive import receive
from issues.actions.sweep import sweep
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.inputs import NewMatter, NewOutcome
from issues.models import Deadline, Issue
from tests.desks.desking import at_community, at_housing, at_office, raised
from tests.harness.signing_in import signed_in
from tests.issues.staging import publish_as_it_is
from tests.world import World

K = DeadlineKind
# Each desk with somebody who reads it.
DESKS = [
    ("dispatcher", "/desk/street/FHT/"),
    ("street_supervisor", "/desk/street/FHT/"),
    ("supervisor", "/desk/street/FHT/"),
    ("clerk", "/desk/department/FHT-ZJ/"),
    ("partner_clerk", "/desk/department/AJ-WY/"),
    ("general_clerk", "/desk/department/FHT-ZZ/"),
    ("staff", "/desk/community/ZJD/"),
    ("grid_worker", "/desk/grid/ZJD-1/"),
]


class Page(HTMLParser):
    """The tabs with their numbers, the rows, the table of late bodies, and the next page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.rows: list[str] = []
        self.tabs: list[tuple[str, int]] = []
        self.late: list[tuple[str, int]] = []
        self.after = ""
        self._in = ""
        self._href = ""
        self._cell = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        if tag in {"ul", "table"} and ({"desk-tabs", "late"} & set(classes)):
            self._in = "tabs" if "desk-tabs" in classes else "late"
        if tag == "a" and "data-row" in given:
            case = parse_qs(urlsplit(given["href"]).query)["case"][0]
            self.rows.append(case)
        elif tag == "a" and given.get("rel") == "next":
            self.after = given["href"]
        elif tag == "a" and self._in:
            self._href = given["href"]
        self._cell = tag

    def handle_endtag(self, tag: str) -> None:
        if tag in {"ul", "table"}:
            self._in = ""
        self._cell = ""

    def handle_data(self, data: str) -> None:
        number = re.match(r"\s*(\d+)", data)
        if self._in == "tabs" and self._cell == "b" and number:
            self.tabs.append((self._href, int(number.group(1))))
        if self._in == "late" and self._cell == "td" and number and "件" in data:
            self.late.append((self._href, int(number.group(1))))


def listed(client: Client, path: str) -> list[str]:
    """What all pages of a list show."""
    found: list[str] = []
    while path:
        answer = client.get(path)
        assert answer.status_code == 200, path
        page = Page(answer.content.decode())
        found += page.rows
        path = page.after
    return found


def is_late(issue: Issue, kind: DeadlineKind, days: int = 3) -> None:
    """As if its clocks of this kind had run out some days ago."""
    due = timezone.now() - timedelta(days=days)
    running = Deadline.objects.running().filter(issue=issue, kind=kind)
    assert running.update(starts_at=due - timedelta(days=1), due_at=due, wake_at=due)
    sweep()
    assert Deadline.objects.late().filter(issue=issue, kind=kind).exists()


@pytest.fixture(scope="module")
def everything_laid(common_world: World) -> None:
    """Something in every section, late bodies of every kind, a joint one among them."""
    world, now = common_world, timezone.now()
    for number in range(23):
        raised(world, f"第{number}处路灯不亮")
    urgent = raise_issue(
        NewMatter(text="电线掉下来了", building=world.building, danger=True),
        actor=world.resident,
        reporter=world.resident,
        now=now,
    )
    receive(urgent, actor=world.grid_worker, now=now)
    moved = raise_issue(
        NewMatter(text="煤气味很重", building=world.building, danger=True),
        actor=world.resident,
        reporter=world.resident,
        now=now,
    )
    receive(moved, actor=world.grid_worker, now=now)
    is_late(moved, K.TALK)
    push_up(moved, actor=world.grid_worker, now=now, reason="要社区组织", tried="先关了阀")
    # Only the talk is late, and nothing else of it is due today.
    later = now + timedelta(days=9)
    Deadline.objects.running().filter(issue=moved).update(due_at=later, wake_at=later)
    at_community(world, "社区还没签收的")
    at_office(world, "还没人管的")
    is_late(at_office(world, "一直没人管的"), K.DISPATCH)
    at_housing(world, "刚到住建办的")
    is_late(at_housing(world, "住建办一直没签收的"), K.RECEIVE)
    shared = at_housing(world, "两家一起办的")
    receive(shared, actor=world.clerk, now=now)
    joint = [world.property_company, world.sanitation]
    name_lead(shared, actor=world.dispatcher, now=now, body=world.housing, joint=joint)
    is_late(shared, K.RECEIVE)
    promised = at_housing(world, "答应了没做的")
    receive(promised, actor=world.clerk, now=now)
    soon = now + timedelta(hours=1)
    commit(promised, actor=world.clerk, now=now, text="换管", due_at=soon)
    is_late(promised, K.COMMITMENT)
    reported = at_housing(world, "报了没人核实的")
    receive(reported, actor=world.clerk, now=now)
    result = NewOutcome(text="换好了", no_picture_reason="天黑")
    deliver(reported, actor=world.clerk, now=now, result=result)
    is_late(reported, K.VERIFY)
    hard = raised(world, "老旧小区改造")
    receive(hard, actor=world.grid_worker, now=now)
    classify(
        hard,
        actor=world.grid_worker,
        now=now,
        matter_class=MatterClass.HARD,
        category=world.categories["sewers"],
    )


@pytest.fixture
def rich(everything_laid: None, world: World) -> World:
    return world


@pytest.mark.parametrize(("who", "path"), DESKS, ids=[who for who, _path in DESKS])
def test_each_tab_counts_what_its_list_shows(rich: World, who: str, path: str) -> None:
    client = signed_in(getattr(rich, who))
    tabs = Page(client.get(path).content.decode()).tabs
    assert tabs
    for href, number in tabs:
        rows = listed(client, href)
        assert len(rows) == len(set(rows)) == number, href


@pytest.mark.parametrize("who", ["dispatcher", "street_supervisor", "supervisor"])
def test_each_late_body_counts_what_its_list_shows(rich: World, who: str) -> None:
    client = signed_in(getattr(rich, who))
    table = Page(client.get("/desk/street/FHT/?section=late").content.decode()).late
    codes = {parse_qs(urlsplit(href).query)["part"][0] for href, _number in table}
    # Who leads, who helps, who checks and who names the lead are all there.
    assert {"FHT-ZJ", "AJ-WY", "FHT-HW", "ZJD-1", "FHT-ZZ"} <= codes
    late: set[str] = set()
    for href, number in table:
        rows = listed(client, href)
        assert len(rows) == len(set(rows)) == number, href
        late |= set(rows)
    assert set(listed(client, "/desk/street/FHT/?section=late")) == late


OWN_DESKS = {
    "FHT-ZJ": ("clerk", "/desk/department/FHT-ZJ/"),
    "FHT-ZZ": ("general_clerk", "/desk/department/FHT-ZZ/"),
    "AJ-WY": ("partner_clerk", "/desk/department/AJ-WY/"),
    "ZJD": ("staff", "/desk/community/ZJD/"),
    "ZJD-1": ("grid_worker", "/desk/grid/ZJD-1/"),
}


def test_what_a_body_is_late_with_in_the_street_is_due_on_its_own_desk(rich: World) -> None:
    supervisor = signed_in(rich.street_supervisor)
    table = Page(supervisor.get("/desk/street/FHT/?section=late").content.decode()).late
    late = {parse_qs(urlsplit(href).query)["part"][0]: href for href, _ in table}
    assert set(OWN_DESKS) <= set(late)
    for code, (who, path) in OWN_DESKS.items():
        client = signed_in(getattr(rich, who))
        due = listed(client, f"{path}?section=today")
        checks = listed(client, f"{path}?section=verify") if code == "ZJD-1" else []
        assert set(listed(supervisor, late[code])) <= {*due, *checks}, code


def test_what_is_late_longest_stands_first(rich: World) -> None:
    is_late(at_housing(rich, "拖得最久的"), K.RECEIVE, days=40)
    client = signed_in(rich.street_supervisor)
    first = Page(client.get("/desk/street/FHT/?section=late").content.decode()).rows[0]
    assert Issue.objects.get(reference=first).text == "拖得最久的"


def test_a_row_of_what_is_late_names_who_is_late_and_since_when(rich: World) -> None:
    client = signed_in(rich.street_supervisor)
    page = client.get("/desk/street/FHT/?section=late&part=AJ-WY").content.decode()
    assert "安居物业公司" in page
    assert "本应" in page
    assert "已超时" in page


def test_the_plan_of_the_list_counts_what_it_opens(rich: World) -> None:
    for issue in Issue.objects.filter(text__contains="路灯")[:4]:
        publish_as_it_is(issue, actor=rich.grid_worker, now=timezone.now())
    client = Client()
    page = client.get("/issues/?community=ZJD").content.decode()
    for href, number in re.findall(
        r'<li><a href="([^"]+)">[^<]*</a> <span class="quiet">(\d+)', page
    ):
        shown = client.get(href.replace("&amp;", "&")).content.decode()
        assert shown.count('<article class="card">') == int(number)
