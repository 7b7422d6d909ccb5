"""A matter is found again on the desk by its number, its words or its place."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from desks.queries.queue import PER_PAGE
from grids.models import Body
from tests.desks.desking import at_community, raised
from tests.harness.signing_in import signed_in
from tests.world import World

GRID = "/desk/grid/ZJD-1/"
COMMUNITY = "/desk/community/ZJD/"


def found(world: World, who: str, path: str, words: str, **more: str) -> str:
    answer = signed_in(getattr(world, who)).get(path, {"words": words, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def fitting(page: str) -> str:
    """What stands before the heading of those that are only close."""
    return page.split('class="close-heading"', 1)[0]


def row_of(reference: str) -> str:
    return f"case={reference}"


def test_words_number_and_place_find_it_and_other_words_do_not(world: World) -> None:
    issue, other = raised(world, "井盖翘起来了"), raised(world, "路灯不亮")
    place = str(world.building)
    for words in ("井盖", issue.reference.lower(), f"珠玑东 {issue.number} 号", f"{place} 井盖"):
        page = found(world, "grid_worker", GRID, words)
        assert row_of(issue.reference) in page, words
        assert row_of(other.reference) not in fitting(page), words
    assert row_of(other.reference) in page, "of the same building"
    assert "这个工作台上没找到" in found(world, "grid_worker", GRID, "没有这样的事")


def test_a_number_is_found_on_the_desk_in_every_way_it_is_found_in_the_list(world: World) -> None:
    """The one that was raised second: no other number begins or ends like it."""
    Body.objects.filter(pk=world.community.pk).update(short_name="", name_en="Zhuji East")
    other, issue = raised(world, "路灯不亮"), raised(world, "井盖翘起来了")
    short = f"{world.community.prefix.lower()}-{issue.year}-{issue.number}"
    for words in (short, f"珠玑东社区{issue.number}号", f"Zhuji East No. {issue.number}"):
        page = found(world, "grid_worker", GRID, words)
        assert row_of(issue.reference) in page, words
        assert row_of(other.reference) not in page, words


def test_what_has_gone_up_is_found_below_and_above(world: World) -> None:
    issue = at_community(world, "老管道锈穿了")
    assert row_of(issue.reference) in found(world, "grid_worker", GRID, "锈穿")
    assert row_of(issue.reference) in found(world, "staff", COMMUNITY, "锈穿")


def test_nothing_of_another_grid_is_found(world: World) -> None:
    issue = raised(world, "井盖翘起来了")
    page = found(world, "other_grid_worker", "/desk/grid/ZJD-2/", "井盖")
    assert issue.reference not in page


def test_names_and_numbers_of_people_are_not_asked(world: World) -> None:
    issue = raised(world, contact_name="李大妈", contact_phone="13800000099")
    for words in ("李大妈", "13800000099"):
        assert row_of(issue.reference) not in found(world, "grid_worker", GRID, words)


@pytest.mark.parametrize("words", ["%", "_", "'; --", "井盖" * 400, "  "])
def test_whatever_is_typed_gets_a_page(world: World, words: str) -> None:
    raised(world, "井盖翘起来了")
    found(world, "grid_worker", GRID, words)


def test_the_second_page_keeps_the_words_at_no_more_cost(world: World) -> None:
    raised(world, "井盖翘起来了")
    client = signed_in(world.grid_worker)
    with CaptureQueriesContext(connection) as one:
        client.get(GRID, {"words": "井盖"})
    for number in range(PER_PAGE):
        raised(world, f"井盖翘起来了 {number}")
    with CaptureQueriesContext(connection) as many:
        page = client.get(GRID, {"words": "井盖"}).content.decode()
    # A desk takes twelve; looking for keys is one more.
    assert len(many) == len(one) <= 13
    assert "page=2" in page
    second = client.get(GRID, {"words": "井盖", "page": "2"}).content.decode()
    assert second.count("data-row") == 1


def test_an_act_leads_back_to_what_was_found(world: World) -> None:
    issue = raised(world, "井盖翘起来了")
    page = found(world, "grid_worker", GRID, "井盖")
    back = page.split('name="next" value="', 1)[1].split('"', 1)[0].replace("&amp;", "&")
    assert back.startswith(f"{GRID}?words=")
    assert row_of(issue.reference) in back
    assert len(back) <= 300
