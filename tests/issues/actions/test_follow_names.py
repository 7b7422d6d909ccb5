"""A place or a category is called otherwise: its matters are found by the new name."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from grids.actions.apply_import import apply_rows
from grids.actions.save_body import save_body
from grids.actions.save_building import save_building
from grids.actions.save_category import save_category
from grids.actions.save_estate import save_estate
from grids.actions.save_venue import save_venue
from grids.enums import ImportKind
from grids.importing.table import Row
from issues.actions import follow_names
from issues.actions.follow_names import find_all_by_new_names
from issues.actions.publish import publish
from issues.models import Issue, Renamed
from issues.queries.listing import Filters, found_in_list
from tests.issues.queries.test_finder import on_desk
from tests.issues.staging import published
from tests.world import World

SOON, LATER = timedelta(seconds=1), timedelta(hours=1)


@pytest.fixture
def issue(world: World) -> Issue:
    """Without the words of `staging`, which name the place themselves."""
    return published(world, category=world.categories["sewers"])


def found(world: World, words: str) -> list[int]:
    return found_in_list(Filters(community=world.community, words=words)).keys


def test_an_estate_a_category_and_the_one_above_it_a_venue_and_a_grid(
    world: World, issue: Issue
) -> None:
    now = timezone.now()
    at_venue = published(world, venue=world.venue)
    estate, sewers, above = world.estate, world.categories["sewers"], world.categories["facilities"]
    for thing, field, name in (
        (estate, "name", "梧桐新苑"), (sewers, "name_zh", "排水沟渠"),
        (above, "name_zh", "公用维护"), (world.venue, "name", "老槐凉亭"),
        (world.grid, "name", "向阳片区"),
    ):  # fmt: skip
        assert found(world, name) == []
        setattr(thing, field, name)
    save_estate(estate, actor=None, now=now)
    save_category(sewers, actor=None, now=now)
    save_category(above, actor=None, now=now)
    save_venue(world.venue, actor=None, now=now)
    save_body(world.grid, actor=None, now=now)
    assert found(world, "梧桐新苑") == [issue.pk]
    assert found(world, "排水沟渠") == [issue.pk]
    assert found(world, "公用维护") == [issue.pk]
    assert found(world, "老槐凉亭") == [at_venue.pk]
    assert set(found(world, "向阳片区")) == {issue.pk, at_venue.pk}
    assert found(world, "机械厂家属院") == []


def test_a_building_that_is_saved_and_a_venue_that_is_imported(world: World, issue: Issue) -> None:
    world.building.number = "33号楼"
    save_building(world.building, actor=None, now=timezone.now())
    assert on_desk(world, "grid_worker", "33号楼").exact == [issue.pk]
    at_venue = published(world, venue=world.venue)
    row = Row(2, {"code": "zjd01", "name": "老槐凉亭", "kind": "议事亭", "grid": "ZJD-1"})
    apply_rows([row], kind=ImportKind.VENUES, actor=None, now=timezone.now())
    assert found(world, "老槐凉亭") == [at_venue.pk]


def test_what_changes_no_name_has_nobody_looked_for(world: World, issue: Issue) -> None:
    world.estate.save()
    world.venue.capacity = 99
    save_venue(world.venue, actor=None, now=timezone.now())
    assert not Renamed.objects.exists()


def test_many_are_followed_by_the_task_each_once(
    world: World, issue: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    issues = {issue.pk, *(published(world).pk for _ in range(4))}
    monkeypatch.setattr(follow_names, "BATCH", 2)
    world.estate.name = "梧桐新苑"
    save_estate(world.estate, actor=None, now=timezone.now())
    assert len(found(world, "梧桐新苑")) == 2
    assert find_all_by_new_names(now=timezone.now()) == 3
    assert set(found(world, "梧桐新苑")) == issues
    assert find_all_by_new_names(now=timezone.now()) == 0


def test_what_was_being_raised_meanwhile_is_found_too(world: World, issue: Issue) -> None:
    """It was read with the old name and is written after the first look."""
    now = timezone.now()
    world.estate.name = "梧桐新苑"
    save_estate(world.estate, actor=None, now=now)
    assert world.building.estate is not None
    world.building.estate.name = "机械厂家属院"
    late = published(world)
    find_all_by_new_names(now=now + SOON)
    assert set(found(world, "梧桐新苑")) == {issue.pk, late.pk}
    find_all_by_new_names(now=now + LATER)
    assert not Renamed.objects.exists()


def test_the_words_of_residents_find_all_of_a_category_behind_what_says_them(
    world: World, issue: Issue
) -> None:
    now, sewers = timezone.now(), world.categories["sewers"]
    saying = publish(
        published(world, category=world.categories["roofs"]),
        actor=world.grid_worker, now=now, title="渠眼盖碎了", text="楼前渠眼盖碎了。",
    )  # fmt: skip
    assert found(world, "渠眼") == [saying.pk]
    sewers.said_as = "渠眼、暗龙，返臭"
    save_category(sewers, actor=None, now=now)
    assert found(world, "渠眼") == [saying.pk, issue.pk]
    assert found(world, "暗龙") == [issue.pk]
    # No word begins in one and ends in the next.
    assert found(world, "眼暗") == []
    # Those of the one above count too, and from a file.
    row = {"code": "facilities", "name_zh": "设施维修", "said_as": "公家的东西"}
    apply_rows([Row(2, row)], kind=ImportKind.CATEGORIES, actor=None, now=now)
    assert issue.pk in found(world, "公家的东西")
