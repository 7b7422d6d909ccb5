"""The working desks: who sits where, what lies before them, at what cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from bench._lay import lay_matters, lay_places
from desks.queries.queue import PER_PAGE
from grids.enums import BodyKind, Role
from grids.models import Body
from issues.actions.commit import commit
from issues.actions.deliver import deliver
from issues.actions.name_lead import name_lead
from issues.actions.receive import receive
from issues.actions.sweep import sweep
from issues.inputs import NewOutcome
from issues.models import Assignment, Deadline, Issue, SweepFailure
from tests.desks.desking import at_community, at_housing, at_office, raised
from tests.harness.signing_in import signed_in
from tests.world import World, post

GRID = "/desk/grid/ZJD-1/"
COMMUNITY = "/desk/community/ZJD/"
STREET = "/desk/street/FHT/"
HOUSING = "/desk/department/FHT-ZJ/"
OFFICE = "/desk/department/FHT-ZZ/"
PARTNER = "/desk/department/AJ-WY/"

MAY_OPEN = {
    GRID: {"grid_worker", "grid_head", "staff", "lead"},
    COMMUNITY: {"staff", "lead"},
    STREET: {"dispatcher", "street_supervisor", "supervisor"},
    HOUSING: {"clerk", "signer"},
    OFFICE: {"general_clerk", "dispatcher"},
    PARTNER: {"partner_clerk"},
}
PEOPLE = [
    "resident", "stranger", "grid_worker", "grid_head", "other_grid_worker", "far_grid_worker",
    "staff", "lead", "near_staff", "mediator", "dispatcher", "street_supervisor", "supervisor",
    "general_clerk", "clerk", "signer", "other_clerk", "district_clerk", "partner_clerk",
    "administrator",
]  # fmt: skip


def page(world: World, who: str, path: str) -> str:
    answer = signed_in(getattr(world, who)).get(path)
    assert answer.status_code == 200, (who, path, answer.status_code)
    return answer.content.decode()


def test_a_desk_opens_for_those_who_have_hands_there_and_for_nobody_else(world: World) -> None:
    raised(world)
    opened: dict[str, set[str]] = {path: set() for path in MAY_OPEN}
    for who in PEOPLE:
        client = signed_in(getattr(world, who))
        for path, people in opened.items():
            if client.get(path).status_code == 200:
                people.add(who)
    assert opened == MAY_OPEN


def test_a_visitor_is_sent_to_sign_in(client: Client, world: World) -> None:
    assert client.get(GRID)["Location"].startswith("/sign-in/")


def test_a_kind_that_does_not_fit_the_body_is_not_found(world: World) -> None:
    assert signed_in(world.staff).get("/desk/grid/ZJD/").status_code == 404
    assert signed_in(world.staff).get("/desk/community/NONE/").status_code == 404


def test_my_desk_leads_to_the_one_there_is(world: World) -> None:
    assert signed_in(world.grid_worker).get("/desk/")["Location"] == GRID
    assert signed_in(world.partner_clerk).get("/desk/")["Location"] == PARTNER
    assert signed_in(world.resident).get("/desk/").status_code == 404


def test_whoever_has_several_chooses(world: World) -> None:
    post(world.grid_worker, world.other_grid, Role.GRID_WORKER)
    chosen = page(world, "grid_worker", "/desk/")
    assert GRID in chosen
    assert "/desk/grid/ZJD-2/" in chosen
    assert COMMUNITY not in chosen


def test_a_post_without_a_queue_says_so_or_leads_to_what_it_administers(world: World) -> None:
    assert signed_in(world.mediator).get("/desk/").status_code == 200
    assert signed_in(world.administrator).get("/desk/")["Location"] == "/admin/"


def test_the_grid_sees_what_came_in_with_its_words_and_acts(world: World) -> None:
    issue = raised(world, "三号楼前的下水道又堵了，污水漫到路上，孩子上学踮着脚走")
    seen = page(world, "grid_worker", GRID)
    assert issue.text in seen
    assert f"/issues/{issue.reference}/act/receive/" in seen
    assert "李大妈" in seen
    assert (world.resident.phone or "")[-8:] not in seen


def test_the_neighbouring_grid_sees_nothing_of_it(world: World) -> None:
    issue = raised(world)
    seen = page(world, "other_grid_worker", "/desk/grid/ZJD-2/")
    assert issue.reference not in seen
    client = signed_in(world.other_grid_worker)
    assert client.get(f"/desk/grid/ZJD-2/?case={issue.reference}").status_code == 404


@pytest.mark.parametrize(
    ("who", "path", "section", "make"),
    [
        ("grid_worker", GRID, "new", raised),
        ("grid_worker", GRID, "check", raised),
        ("grid_worker", GRID, "above", at_community),
        ("staff", COMMUNITY, "came", at_community),
        ("clerk", HOUSING, "new", at_housing),
        ("dispatcher", STREET, "lead", at_office),
        ("dispatcher", STREET, "named", at_housing),
        ("general_clerk", OFFICE, "new", at_office),
    ],
)
def test_each_section_holds_its_own(
    world: World, who: str, path: str, section: str, make: Callable[[World], Issue]
) -> None:
    issue = make(world)
    assert f"case={issue.reference}" in page(world, who, f"{path}?section={section}")
    ended = f"{path}?section=ended" if path != STREET else f"{path}?section=late"
    assert f"case={issue.reference}" not in page(world, who, ended)


def test_why_it_came_up_and_what_was_tried_is_read_first(world: World) -> None:
    at_community(world)
    seen = page(world, "staff", COMMUNITY)
    assert "要动公共管道" in seen
    assert "疏通过两次" in seen


def test_what_the_clock_will_push_is_known_the_day_before(world: World) -> None:
    issue = raised(world)
    seen = page(world, "staff", f"{COMMUNITY}?section=soon")
    assert f"case={issue.reference}" in seen


def test_results_to_look_at_and_people_to_call(world: World) -> None:
    issue, now = at_housing(world), timezone.now()
    receive(issue, actor=world.clerk, now=now)
    commit(issue, actor=world.clerk, now=now, text="换管", due_at=now + timedelta(days=2))
    promised = page(world, "clerk", f"{HOUSING}?section=promised")
    assert f"case={issue.reference}" in promised
    result = NewOutcome(text="换好了", no_picture_reason="天黑")
    deliver(issue, actor=world.clerk, now=timezone.now(), result=result)
    for who, path, section in [
        ("grid_worker", GRID, "verify"),
        ("staff", COMMUNITY, "verify"),
        ("clerk", HOUSING, "waiting"),
    ]:
        assert f"case={issue.reference}" in page(world, who, f"{path}?section={section}")
    assert f"case={issue.reference}" not in page(world, "staff", f"{COMMUNITY}?section=call")
    # Whoever has reported has nothing to do next; whoever looks has.
    assert "act-next" not in page(world, "clerk", f"{HOUSING}?section=waiting")
    assert "act-next" in page(world, "grid_worker", f"{GRID}?section=verify")


def test_a_partner_finds_its_part(world: World) -> None:
    issue, now = at_office(world), timezone.now()
    name_lead(
        issue, actor=world.dispatcher, now=now, body=world.housing,
        joint=[world.property_company], reason="请清掏",
    )  # fmt: skip
    seen = page(world, "partner_clerk", PARTNER)
    assert f"case={issue.reference}" in seen
    receive(issue, actor=world.partner_clerk, now=now)
    assert f"case={issue.reference}" in page(world, "partner_clerk", f"{PARTNER}?section=joint")


def test_a_clock_that_got_stuck_is_said_plainly(world: World) -> None:
    assert "section=stuck" not in page(world, "staff", COMMUNITY)
    issue = at_community(world)
    SweepFailure.objects.create(
        issue=issue, reason="ValueError in due, line 12", failed_at=timezone.now(),
        next_try_at=timezone.now(),
    )  # fmt: skip
    seen = page(world, "staff", f"{COMMUNITY}?section=stuck&case={issue.reference}")
    assert "ValueError in due, line 12" in seen


def late_at_housing(world: World) -> Issue:
    issue = at_housing(world, category="rubbish")
    Deadline.objects.filter(issue=issue).update(
        starts_at=timezone.now() - timedelta(days=9), wake_at=timezone.now() - timedelta(days=8),
        due_at=timezone.now() - timedelta(days=8),
    )  # fmt: skip
    sweep(now=timezone.now())
    return issue


def test_supervisors_read_who_is_late_and_act_on_nothing(world: World) -> None:
    issue = late_at_housing(world)
    seen = page(world, "street_supervisor", f"{STREET}?section=late")
    assert f"case={issue.reference}" in seen
    assert 'class="late"' in seen
    assert "/act/" not in seen


def test_bodies_are_called_on_a_desk_as_its_reader_speaks(world: World) -> None:
    offices = Body.objects.filter(kind=BodyKind.DEPARTMENT)
    offices.update(name_en="An Office")
    User.objects.filter(pk=world.street_supervisor.pk).update(language="en")
    late_at_housing(world)
    seen = page(world, "street_supervisor", f"{STREET}?section=late")
    listed = seen.split('class="late"', 1)[1]
    assert "An Office" in listed
    assert [office.name for office in offices if office.name in listed] == []


def test_the_case_alone_comes_where_a_row_is_opened(world: World) -> None:
    issue = raised(world)
    client = signed_in(world.grid_worker)
    path = f"{GRID}?section=new&case={issue.reference}"
    alone = client.get(path, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in alone
    assert 'id="acts"' in alone
    back = client.get(
        path, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}
    ).content.decode()
    assert "<html" in back


def test_nothing_of_a_desk_is_kept_by_the_browser(world: World) -> None:
    raised(world)
    answer = signed_in(world.grid_worker).get(GRID)
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("page_number", ["0", "-1", "x", "²", "99999999999", "3"])
def test_a_page_that_is_not_there_is_the_nearest(world: World, page_number: str) -> None:
    issue = raised(world)
    seen = page(world, "grid_worker", f"{GRID}?section=new&page={page_number}")
    assert f"case={issue.reference}" in seen


def test_hostile_addresses_are_not_found_or_ignored(world: World) -> None:
    raised(world)
    client = signed_in(world.grid_worker)
    for asked in ["section=%00", "section=<script>", "page=%00", "section=new&page=%F0%9F%98%80"]:
        assert client.get(f"{GRID}?{asked}").status_code in {200, 400}
    for case in ["<script>", "ZJD-2026-9999", "' OR 1=1"]:
        assert client.get(GRID, {"case": case}).status_code == 404


def test_many_are_taken_in_with_one_press_and_once(world: World) -> None:
    issues = [at_housing(world, f"{n}号井盖") for n in range(3)]
    client = signed_in(world.clerk)
    data = {
        "reference": [i.reference for i in issues[:2]],
        "submission": str(uuid4()),
        "section": "new",
    }
    for _again in range(2):
        answer = client.post(f"{HOUSING}many/", data)
        assert answer["Location"] == HOUSING
    leads = Assignment.objects.current().lead().filter(body=world.housing)
    assert leads.filter(received_by=world.clerk).count() == 2
    assert leads.filter(received_at=None).count() == 1


def test_nobody_takes_in_for_another_department(world: World) -> None:
    issue = at_housing(world)
    data = {
        "reference": [issue.reference, "\x00", "x"],
        "submission": str(uuid4()),
        "section": "new",
    }
    assert signed_in(world.other_clerk).post(f"{HOUSING}many/", data).status_code == 404
    own = signed_in(world.other_clerk).post("/desk/department/FHT-HW/many/", data)
    assert own.status_code == 302
    assert not Assignment.objects.filter(body=world.housing, received_at__isnull=False).exists()


def test_nothing_ticked_is_said(world: World) -> None:
    answer = signed_in(world.clerk).post(
        f"{HOUSING}many/", {"submission": str(uuid4()), "section": "new"}
    )
    assert answer["Location"] == f"{HOUSING}?section=new"


def test_a_desk_costs_the_same_for_three_and_for_more_than_a_page(world: World) -> None:
    """The acts make three for each desk, and the laying of bench/ copies of them."""
    desks = {GRID: "grid_worker", COMMUNITY: "staff", HOUSING: "clerk", STREET: "dispatcher"}
    patterns = [
        make(world, f"第{number}件")
        for number in range(3)
        for make in (raised, at_community, at_housing, at_office)
    ]
    few = {path: queries(signed_in(getattr(world, who)), path) for path, who in desks.items()}
    lay_places(world.street, 0)
    lay_matters(patterns, 4 * 3 * PER_PAGE)
    for path, who in desks.items():
        client = signed_in(getattr(world, who))
        assert queries(client, path) == few[path], path
        assert few[path] <= 12, path
        # More than a page, or the numbers would say nothing.
        assert "page=2" in client.get(path).content.decode(), path


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    assert answer.status_code == 200
    return len(asked)


def test_a_supervisor_starts_with_who_is_late_and_the_dispatcher_with_who_waits(
    world: World,
) -> None:
    at_office(world)
    late_at_housing(world)
    assert 'section=late" aria-current="page"' in page(world, "street_supervisor", STREET)
    assert 'section=lead" aria-current="page"' in page(world, "dispatcher", STREET)


def test_a_case_leads_to_the_next_of_its_queue_and_what_has_left_it_to_the_first(
    world: World,
) -> None:
    first, second = raised(world, "井盖松了"), raised(world, "路灯不亮")
    following = f'class="button case-next no-print" href="{GRID}?section=new&amp;case='
    seen = page(world, "grid_worker", f"{GRID}?section=new&case={first.reference}")
    assert f'{following}{second.reference}"' in seen
    assert following not in page(
        world, "grid_worker", f"{GRID}?section=new&case={second.reference}"
    )
    receive(second, actor=world.grid_worker, now=timezone.now())
    seen = page(world, "grid_worker", f"{GRID}?section=new&case={second.reference}")
    assert f'{following}{first.reference}"' in seen


def test_a_desk_offers_to_take_a_matter_down(world: World) -> None:
    assert 'href="/raise/"' in page(world, "clerk", HOUSING).split("desk-head", 1)[1]
    form = page(world, "clerk", "/raise/")
    assert "代居民登记" in form
    assert "代居民登记" not in page(world, "resident", "/raise/")
