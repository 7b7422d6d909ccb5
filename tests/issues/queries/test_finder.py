"""What is found by whom: words, category, place, and never what the reader may not read."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desks.queries.queue import search
from desks.sections import PLANS
from grids.models import Body
from grids.queries.standing import standing_of
from issues.actions.classify import classify
from issues.actions.hide import hide
from issues.actions.publish import publish
from issues.casework.index import index
from issues.enums.finding import SearchAudience
from issues.enums.matter import MatterClass
from issues.models import Findable, Issue
from issues.queries.finder import find
from issues.queries.listing import Filters, found_in_list
from issues.search.question import question_of
from issues.search.ranking import Ranked
from tests.issues.search.inventing import anything, han, street_words
from tests.issues.staging import MINUTE, MONDAY, published, raised
from tests.world import World

ON_THE_DATABASE = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
WORDS = "楼前下水道堵了，请来疏通。"


def in_list(world: World, words: str) -> Ranked:
    return found_in_list(Filters(community=world.community, words=words))


def on_desk(world: World, who: str, words: str) -> Ranked:
    """At the desk of the grid."""
    person = getattr(world, who)
    return search(PLANS["grid"], world.grid, standing_of(person, now=MONDAY), words)


def shown(world: World, text: str, **more: object) -> Issue:
    issue = published(world, **more)
    now = MONDAY + 3 * MINUTE
    return publish(issue, actor=world.grid_worker, now=now, title="一件事", text=text)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("下水道", "店门口的下水又返上来了，管道塌了"),
        ("电梯 坏", "电梯停了四天"),
        ("电梯坏了", "三部电梯停了两部"),
        ("停车", "小区停车难"),
        ("楼道堆杂物", "杂物堆在楼道里"),
        ("3号楼电梯", "3号楼，电梯坏了"),
        ("三号楼电梯", "3 栋\n电梯坏了"),
        ("wifi", "活动室的WiFi6连不上"),
        ("ＷＩＦＩ", "活动室的wifi连不上"),
        ("路灯不亮", "路灯\n不亮"),
    ],
)
def test_the_whole_question_is_found(world: World, words: str, text: str) -> None:
    issue = shown(world, text)
    assert in_list(world, words).exact == [issue.pk]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("漏水", "顶楼漏雨，年年修"),
        ("充电桩", "楼上拉飞线充电"),
        ("电动车", "车棚里的电瓶车"),
        ("小区门口的路灯", "后墙的路灯"),
    ],
)
def test_much_of_the_question_is_close(world: World, words: str, text: str) -> None:
    issue = shown(world, text)
    assert (in_list(world, words).exact, in_list(world, words).close) == ([], [issue.pk])


def test_category_its_parent_estate_venue_and_grid_are_found(world: World) -> None:
    issue = shown(world, "没有人管的事", venue=world.venue)
    classify(
        issue, actor=world.grid_worker, now=MONDAY + 5 * MINUTE,
        matter_class=MatterClass.SMALL, category=world.categories["sewers"],
    )  # fmt: skip
    for words in ("下水堵塞", "大槐树议事亭", "sewer", "下水堵塞 议事亭"):
        assert in_list(world, words).exact == [issue.pk], words
    for words in ("设施维修", "第一网格", "repairs"):
        assert in_list(world, words).close == [issue.pk], words
    other = shown(world, "另一件事")
    assert in_list(world, "机械厂家属院").exact == [other.pk]


def test_the_building_is_found_by_those_inside_alone(world: World) -> None:
    """Its page shows everyone the estate, never the building."""
    issue = shown(world, "电梯坏了")
    assert in_list(world, "机械厂家属院3号楼").exact == []
    assert in_list(world, "3号楼电梯").close == [issue.pk]
    assert on_desk(world, "grid_worker", "机械厂家属院3号楼").exact == [issue.pk]


@pytest.mark.parametrize("words", ["13911112222", "张桂兰", "2单元402", "婆婆"])
def test_words_that_were_masked_are_found_inside_alone(world: World, words: str) -> None:
    issue = shown(world, WORDS)
    found = in_list(world, words)
    assert issue.pk not in found.keys
    assert on_desk(world, "grid_worker", words).exact == [issue.pk]
    assert on_desk(world, "other_grid_worker", words).keys == []
    assert on_desk(world, "resident", words).exact == [issue.pk], "their own words"
    assert on_desk(world, "neighbour", words).keys == []


def test_what_is_not_public_is_found_by_nobody_outside(world: World) -> None:
    pending, issue = raised(world), shown(world, WORDS)
    assert in_list(world, "下水道").exact == [issue.pk]
    assert set(on_desk(world, "grid_worker", "下水道").exact) == {pending.pk, issue.pk}
    hide(issue, actor=world.staff, now=MONDAY + 9 * MINUTE, reason="误发")
    assert in_list(world, "下水道").keys == []
    assert set(on_desk(world, "grid_worker", "下水道").exact) == {pending.pk, issue.pk}


def test_what_everyone_finds_holds_no_other_word(world: World) -> None:
    """Looked at as it is stored: no term of a text that was masked."""
    shown(world, WORDS)
    row = Findable.objects.get(audience=SearchAudience.EVERYONE)
    for secret in ("13911112222", "张桂", "桂兰", "402", "婆婆", "3号"):
        assert secret not in row.terms


def test_nothing_of_another_community_is_found(world: World) -> None:
    shown(world, WORDS)
    elsewhere = Filters(community=world.near_community, words="下水道")
    assert found_in_list(elsewhere).keys == []


def test_only_what_the_filters_leave_is_found(world: World) -> None:
    issue = shown(world, WORDS)
    there = Filters(community=world.community, grid=world.grid, words="下水道")
    elsewhere = Filters(community=world.community, grid=world.other_grid, words="下水道")
    assert found_in_list(there).exact == [issue.pk]
    assert found_in_list(elsewhere).keys == []


def test_a_full_number_and_an_address_are_found_wherever_they_belong(world: World) -> None:
    issue = shown(world, WORDS)
    address = f"http://localhost:8000/issues/{issue.reference.lower()}/"
    for words in (address, f"zjd-{issue.year}-{issue.number}", f"珠玑东社区 {issue.number} 号"):
        elsewhere = Filters(
            community=world.near_community, grid=world.near_grid, stage="closed", words=words
        )
        assert found_in_list(elsewhere) == Ranked([issue.pk], []), words


def test_a_short_name_need_not_begin_the_whole_one(world: World) -> None:
    issue = shown(world, WORDS)
    Body.objects.filter(pk=world.community.pk).update(name="临淄区珠玑东社区", short_name="东头")
    for place in ("东头", "珠玑东", "珠玑东社区", "临淄区珠玑东社区", "ZJD", "zjd"):
        assert in_list(world, f"{place} {issue.number} 号").exact == [issue.pk], place
    assert in_list(world, f"珠玑西 {issue.number} 号").exact == []


def test_the_name_of_the_community_goes_without_saying(world: World) -> None:
    issue = shown(world, WORDS)
    assert in_list(world, "珠玑东社区 下水道").exact == [issue.pk]


@pytest.mark.parametrize(
    "words",
    ["的", "了", "怎么办", "有没有", "\x00", "🙂🙂", "！？。", " ", "'", "\\", "a&b|!c:*<->(", "%_",
     "e1.电梯", "'i3.下水'", "@.下水"],
)  # fmt: skip
def test_whatever_is_typed_is_answered(world: World, words: str) -> None:
    shown(world, WORDS)
    in_list(world, words)
    on_desk(world, "grid_worker", words)


def test_five_thousand_characters_are_answered_by_few_looks(world: World) -> None:
    issue = shown(world, WORDS)
    with CaptureQueriesContext(connection) as asked:
        found = in_list(world, WORDS + "这是一句没有完的话" * 600)
    assert len(asked) == 1
    assert found.keys == [issue.pk]


def test_the_newest_comes_first_of_those_that_fit_equally(world: World) -> None:
    issues = [shown(world, WORDS) for _ in range(3)]
    assert in_list(world, "下水道").exact == [issue.pk for issue in reversed(issues)]


def matches(text: str, asked: str) -> bool:
    """Whether the database finds `text`, as if it were the words of one matter."""
    issue = Issue.objects.get()
    Issue.objects.update(public_text=text)
    index([issue.pk])
    everything = Issue.objects.all()
    found = find(
        question_of(asked),
        everything,
        communities=Body.objects.filter(pk=issue.community_id),
        audience=SearchAudience.EVERYONE,
    )
    return issue.pk in found.exact


@ON_THE_DATABASE
@given(han, st.data())
def test_every_piece_of_a_text_is_found(world: World, text: str, data: st.DataObject) -> None:
    if not Issue.objects.exists():
        published(world)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert matches(f"前{text}后", text[start:end])


@ON_THE_DATABASE
@given(st.one_of(anything, street_words), st.one_of(anything, street_words))
def test_the_database_takes_whatever_was_typed(world: World, text: str, typed: str) -> None:
    if not Issue.objects.exists():
        published(world)
    matches(text.replace("\0", "").encode(errors="ignore").decode() or "空", typed)
