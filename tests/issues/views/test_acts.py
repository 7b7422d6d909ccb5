"""The act forms: each act from GET to done, and everything that may go wrong between."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from issues.actions.classify import classify
from issues.actions.receive import receive
from issues.enums.acts import Act
from issues.enums.matter import MatterClass, Visibility
from issues.enums.stages import Stage
from issues.enums.turns import Level
from issues.forms.acts import ACT_FORMS
from issues.models import Assignment, Issue, Response
from ledger.models import Entry
from tests.harness.signing_in import signed_in
from tests.issues.acting import act_path, draw, raised, send
from tests.world import World


@pytest.fixture
def fresh(world: World) -> Issue:
    return raised(world)


def reread(issue: Issue) -> Issue:
    return Issue.objects.get(pk=issue.pk)


def test_every_act_of_a_worker_has_its_form() -> None:
    of_residents = {Act.WITHDRAW, Act.SUPPORT, Act.FOLLOW, Act.ADD, Act.CONFIRM}
    assert set(ACT_FORMS) == set(Act) - of_residents


def test_a_visitor_is_sent_to_sign_in(client: Client, fresh: Issue) -> None:
    answer = client.get(act_path(fresh, Act.RECEIVE))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/sign-in/")


def test_a_matter_of_another_place_is_not_found(world: World, fresh: Issue) -> None:
    for stranger in (world.stranger, world.far_grid_worker, world.clerk, world.other_grid_worker):
        client = signed_in(stranger)
        assert client.get(act_path(fresh, Act.RECEIVE)).status_code == 404
        assert client.post(act_path(fresh, Act.RECEIVE), {"submission": uuid4()}).status_code == 404


def test_the_resident_does_not_do_the_workers_acts(world: World, fresh: Issue) -> None:
    assert signed_in(world.resident).get(act_path(fresh, Act.PUBLISH)).status_code == 403


def test_an_act_that_does_not_exist_is_not_found(world: World, fresh: Issue) -> None:
    client = signed_in(world.grid_worker)
    assert client.get(f"/issues/{fresh.reference}/act/delete/").status_code == 404
    assert client.get(f"/issues/{fresh.reference}/act/confirm/").status_code == 404


def test_receive(world: World, fresh: Issue) -> None:
    answer = send(world.grid_worker, fresh, Act.RECEIVE, {})
    assert answer.status_code == 302
    assert answer["Location"] == f"/issues/{fresh.reference}/"
    assert reread(fresh).first_receiver == world.grid_worker


def test_where_to_go_next_is_ours_only(world: World, fresh: Issue) -> None:
    there = send(world.grid_worker, fresh, Act.RECEIVE, {"next": "/desk/grid/ZJD-1/"})
    assert there["Location"] == "/desk/grid/ZJD-1/"
    away = send(world.grid_worker, fresh, Act.RESPOND, {
        "text": "好", "way": "online", "next": "https://example.com/",
    })  # fmt: skip
    assert away["Location"] == f"/issues/{fresh.reference}/"


def test_publish_suggests_masked_words(world: World) -> None:
    issue = raised(world, "我是李大妈，家住3号楼2单元501，电话13905331234，下水道堵了")
    page = draw(world.grid_worker, issue, Act.PUBLISH)
    suggestion = page.split('name="public_text"')[1].split("</textarea>")[0]
    assert "501" not in suggestion
    assert "13905331234" not in suggestion
    assert "李××" in suggestion
    assert "13905331234 → ×××" in page


def test_publish(world: World, fresh: Issue) -> None:
    send(world.grid_worker, fresh, Act.PUBLISH, {"public_title": "堵了", "public_text": "楼前堵了"})
    assert (reread(fresh).visibility, reread(fresh).public_title) == (Visibility.PUBLIC, "堵了")


def test_a_refusal_stands_at_its_field_and_keeps_what_was_typed(
    world: World,
    fresh: Issue,
) -> None:
    receive(fresh, actor=world.grid_worker, now=timezone.now())
    answer = send(world.grid_worker, fresh, Act.RESPOND, {
        "text": "我下午来看看", "way": "phone", "said_at": "2020-01-01T10:00",
    })  # fmt: skip
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="id_said_at_error"' in page
    assert "我下午来看看" in page
    assert not Response.objects.exists()


def test_a_form_sent_twice_does_it_once(world: World, fresh: Issue) -> None:
    receive(fresh, actor=world.grid_worker, now=timezone.now())
    issue = reread(fresh)
    data = {
        "text": "来看过了",
        "way": "online",
        "submission": str(uuid4()),
        "version": issue.version,
    }
    first = send(world.grid_worker, issue, Act.RESPOND, data)
    second = send(world.grid_worker, issue, Act.RESPOND, data)
    assert first["Location"] == second["Location"]
    assert Response.objects.count() == 1


@pytest.mark.parametrize("order", [0, 1])
def test_two_people_classifying_at_once_end_in_one_class(
    world: World,
    fresh: Issue,
    order: int,
) -> None:
    receive(fresh, actor=world.grid_worker, now=timezone.now())
    version = reread(fresh).version
    people = [world.grid_worker, world.grid_head]
    wishes = [MatterClass.SMALL, MatterClass.HARD]
    entry = 1
    first, second = (order, 1 - order)
    common = {"category": world.categories["sewers"].pk, "version": version, "entry": entry}
    done = send(people[first], fresh, Act.CLASSIFY, {"matter_class": wishes[first], **common})
    told = send(people[second], fresh, Act.CLASSIFY, {"matter_class": wishes[second], **common})
    assert done.status_code == 302
    assert told.status_code == 409
    assert reread(fresh).matter_class == wishes[first]
    page = told.content.decode()
    assert "changes" in page
    assert f'value="{wishes[second].value}" checked' in page
    assert f'name="version" value="{reread(fresh).version}"' in page


def test_what_is_sent_from_a_desk_is_done_and_leads_back_there(world: World, fresh: Issue) -> None:
    receive(fresh, actor=world.grid_worker, now=timezone.now())
    data = {"text": "下午来看", "way": "online", "next": "/desk/grid/ZJD-1/?section=hand"}
    answer = send(world.grid_worker, fresh, Act.RESPOND, data)
    assert (answer.status_code, answer.headers["Location"]) == (302, data["next"])
    assert Response.objects.get(issue=fresh).text == "下午来看"


def test_what_was_sent_on_a_stale_page_goes_through_at_the_second_press(
    world: World,
    fresh: Issue,
) -> None:
    receive(fresh, actor=world.grid_worker, now=timezone.now())
    version = reread(fresh).version
    classify(
        fresh, actor=world.grid_head, now=timezone.now(), matter_class=MatterClass.SMALL,
        category=world.categories["sewers"],
    )  # fmt: skip
    data = {"text": "下午来", "way": "online", "version": version, "submission": str(uuid4())}
    told = send(world.grid_worker, fresh, Act.RESPOND, data)
    assert told.status_code == 409
    assert "下午来" in told.content.decode()
    again = send(world.grid_worker, fresh, Act.RESPOND, {**data, "version": reread(fresh).version})
    assert again.status_code == 302
    assert Response.objects.get().text == "下午来"


def test_a_stale_form_of_publishing_says_anew_when_its_page_was_drawn(
    world: World, fresh: Issue
) -> None:
    receive(fresh, actor=world.grid_worker, now=timezone.now())
    version, long_ago = reread(fresh).version, timezone.now() - timedelta(hours=1)
    classify(
        fresh, actor=world.grid_head, now=timezone.now(), matter_class=MatterClass.SMALL,
        category=world.categories["sewers"],
    )  # fmt: skip
    told = send(
        world.grid_worker, fresh, Act.PUBLISH,
        {
            "public_title": "下水道", "public_text": "下水道堵了", "version": version,
            "drawn": long_ago.isoformat(),
        },
    )  # fmt: skip
    assert told.status_code == 409
    shown = re.search(r'name="drawn" value="([^"]+)"', told.content.decode())
    assert shown is not None
    assert datetime.fromisoformat(shown[1]) > long_ago + timedelta(minutes=30)


def test_an_act_that_is_over_says_so(world: World, fresh: Issue) -> None:
    receive(fresh, actor=world.grid_worker, now=timezone.now())
    assert signed_in(world.grid_worker).get(act_path(fresh, Act.RECEIVE)).status_code == 409


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "\x00", "x" * 2001, "", " ", "\u202eabc", "𠀀" * 2000]
)
def test_hostile_words_get_a_sentence_or_stay_words(
    world: World,
    fresh: Issue,
    text: str,
) -> None:
    receive(fresh, actor=world.grid_worker, now=timezone.now())
    answer = send(world.grid_worker, reread(fresh), Act.RESPOND, {"text": text, "way": "online"})
    assert answer.status_code in {302, 422}
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("field", ["version", "entry", "submission", "way", "said_at"])
@pytest.mark.parametrize("value", ["\x00", "-1", "9" * 400, "<script>", "0001-01-01T00:00"])
def test_hostile_values_never_break_the_page(
    world: World,
    fresh: Issue,
    field: str,
    value: str,
) -> None:
    receive(fresh, actor=world.grid_worker, now=timezone.now())
    data = {"text": "好", "way": "online", field: value}
    answer = send(world.grid_worker, fresh, Act.RESPOND, data)
    assert answer.status_code in {302, 409, 422}


def test_ten_megabytes_of_text_are_refused_in_a_sentence(world: World, fresh: Issue) -> None:
    receive(fresh, actor=world.grid_worker, now=timezone.now())
    answer = send(
        world.grid_worker, fresh, Act.RESPOND, {"text": "长" * 10_000_000, "way": "online"}
    )
    assert answer.status_code in {400, 413}


def test_the_number_is_masked_until_asked_for_and_every_look_is_recorded(
    world: World,
    fresh: Issue,
) -> None:
    phone = world.resident.phone or ""
    page = draw(world.grid_worker, fresh, Act.SEE_CONTACT)
    assert phone not in page
    assert phone.removeprefix("+86") not in page
    before = Entry.objects.filter(kind="issue.contact_seen").count()
    answer = send(world.grid_worker, fresh, Act.SEE_CONTACT, {})
    assert f"tel:{phone}" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert Entry.objects.filter(kind="issue.contact_seen").count() == before + 1


def at_street(world: World) -> Issue:
    """A matter that waits for a lead at the general office: no one is competent for it."""
    from issues.actions.push_up import push_up

    issue, now = raised(world), timezone.now()
    receive(issue, actor=world.grid_worker, now=now)
    push_up(issue, actor=world.grid_worker, now=now, reason="难", tried="试过")
    receive(issue, actor=world.staff, now=now)
    push_up(issue, actor=world.staff, now=now, reason="难", tried="试过")
    return reread(issue)


def test_the_whole_way_through_the_forms(world: World) -> None:
    """Grid, community, street, department, check, call back: every step a form."""
    issue = raised(world)
    worker, staff, clerk = world.grid_worker, world.staff, world.clerk
    soon = (timezone.localtime() + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M")
    hard = {"matter_class": "hard", "category": world.categories["sewers"].pk}
    steps: list[tuple[User, Act, dict[str, object]]] = [
        (worker, Act.RECEIVE, {}),
        (worker, Act.PUBLISH, {"public_title": "堵了", "public_text": "楼前堵了"}),
        (worker, Act.RESPOND, {"text": "下午来", "way": "phone"}),
        (worker, Act.CLASSIFY, hard),
        (worker, Act.FIND, {"text": "管子断了"}),
        (worker, Act.DELIBERATE, {"said": "都同意换", "kind": "doorstep", "head_count": 3}),
        (worker, Act.DELIBERATE, {"agreed": "换管", "kind": "visit", "head_count": 5}),
        (worker, Act.PUSH_UP, {"reason": "要换管", "tried": "疏通过两次"}),
        (staff, Act.RECEIVE, {}),
        (staff, Act.PUSH_UP, {"reason": "要换管", "tried": "问过物业"}),
        (world.dispatcher, Act.NAME_LEAD, {
            "body": world.housing.pk, "joint": [world.property_company.pk], "reason": "管网",
        }),
        (clerk, Act.RECEIVE, {}),
        (clerk, Act.COMMIT, {
            "text": "换管", "due_at": soon,
        }),
        (clerk, Act.DELIVER, {"text": "换好了", "no_picture_reason": "天黑", "money": "1200.50"}),
        (worker, Act.VERIFY, {"is_there": "yes"}),
        (staff, Act.CALL_BACK, {"resolved": "nobody"}),
        (staff, Act.CALL_BACK, {"resolved": "solved", "satisfaction": "satisfied", "note": "好了"}),
    ]  # fmt: skip
    for person, act, data in steps:
        issue = reread(issue)
        draw(person, issue, act)
        answer = send(person, issue, act, {"version": issue.version, **data})
        assert answer.status_code == 302, (act, answer.content.decode()[-3000:])
    issue = reread(issue)
    assert (issue.stage, issue.level) == (Stage.CLOSED, Level.DEPARTMENT)
    assert Assignment.objects.filter(issue=issue, body=world.property_company).exists()


def test_decline_merge_join_settle_keep_private_and_hide(world: World) -> None:
    worker, now = world.grid_worker, timezone.now()
    into = raised(world, "楼前的下水道堵了，污水")
    send(worker, into, Act.RECEIVE, {})
    send(worker, into, Act.PUBLISH, {"public_title": "堵了", "public_text": "楼前堵了"})
    declined, merged, settled, private = (raised(world, f"楼道灯不亮{n}") for n in range(4))
    for issue in (declined, merged, settled, private):
        receive(issue, actor=worker, now=now)
    send(worker, declined, Act.DECLINE, {"where_to": "请找供电公司95598"})
    draw(worker, merged, Act.MERGE)
    send(worker, merged, Act.MERGE, {"into": into.reference})
    send(worker, settled, Act.CLASSIFY, {
        "matter_class": "small", "category": world.categories["facilities"].pk,
    })  # fmt: skip
    draw(worker, settled, Act.SETTLE)
    send(worker, settled, Act.SETTLE, {
        "agreed": "换了灯泡", "no_picture_reason": "当场", "kind": "doorstep", "head_count": 2,
    })  # fmt: skip
    send(worker, private, Act.KEEP_PRIVATE, {})
    draw(worker, private, Act.JOIN)
    send(worker, private, Act.JOIN, {"body": world.property_company.pk, "reason": "换灯座"})
    send(worker, into, Act.HIDE, {"reason": "写了门牌"})
    assert reread(declined).stage == Stage.DECLINED
    assert reread(merged).merged_into == into
    assert reread(settled).stage == Stage.CONFIRM
    assert reread(private).visibility == Visibility.PRIVATE
    assert Assignment.objects.filter(issue=private, body=world.property_company).exists()
    assert reread(into).visibility == Visibility.HIDDEN


def test_the_lead_is_offered_with_the_reason_it_is_competent(world: World) -> None:
    issue = at_street(world)
    Issue.objects.filter(pk=issue.pk).update(category=world.categories["sewers"])
    page = draw(world.dispatcher, issue, Act.NAME_LEAD)
    housing = page.index("凤凰台街道住建办")
    assert housing < page.index("凤凰台街道环卫所")
    assert "设施维修" in page[housing : housing + 300]
    assert "柳河" not in page


def test_into_a_desk_comes_the_form_alone(world: World, fresh: Issue) -> None:
    client = signed_in(world.grid_worker)
    page = client.get(act_path(fresh, Act.SEE_CONTACT), headers={"HX-Request": "true"})
    assert "<html" not in page.content.decode()
    assert "hx-post" in page.content.decode()
    answer = client.post(
        act_path(fresh, Act.RECEIVE), {"submission": uuid4()}, headers={"HX-Request": "true"}
    )
    assert answer["HX-Redirect"] == f"/issues/{fresh.reference}/"


def test_a_major_matter_is_offered_at_the_grid_with_the_time_it_has_at_the_community(
    world: World,
) -> None:
    issue = raised(world)
    receive(issue, actor=world.grid_worker, now=timezone.now())
    seen = signed_in(world.grid_worker).get(act_path(issue, Act.CLASSIFY)).content.decode()
    assert "20 个工作日内给结果" in seen
    assert "1 个工作日内给结果" not in seen
