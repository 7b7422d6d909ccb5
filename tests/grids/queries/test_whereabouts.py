from django.db import connection
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from accounts.models import User
from grids.models import Body
from grids.queries.whereabouts import GRID_COOKIE, Whereabouts, community_of_request
from tests.world import World


def asked(user: User, *, community: str = "", cookie: str = "") -> HttpRequest:
    request = RequestFactory().get("/", {"community": community} if community else {})
    request.user = user
    if cookie:
        request.COOKIES[GRID_COOKIE] = cookie
    return request


def found(user: User, **more: str) -> Whereabouts:
    place = community_of_request(asked(user, **more))
    assert place is not None
    return place


def test_a_stranger_sees_the_first_community_and_no_grid(world: World) -> None:
    place = found(world.stranger)
    assert (place.community, place.grid) == (world.community, None)
    assert place.grids == [world.grid, world.other_grid]


def test_the_grid_of_the_home_is_taken_until_another_was_chosen(world: World) -> None:
    assert found(world.resident).grid == world.grid
    assert found(world.resident, cookie="ZJD-2").grid == world.other_grid
    assert found(world.resident, cookie="NIX").grid == world.grid


def test_a_grid_chosen_elsewhere_leads_there_and_the_home_does_not_come_back(world: World) -> None:
    place = found(world.resident, cookie="LHB-1")
    assert (place.community, place.grid) == (world.far_community, world.far_grid)
    place = found(world.resident, cookie="LHB-1", community="ZJD")
    assert (place.community, place.grid) == (world.community, None)


def test_the_community_asked_for_comes_first(world: World) -> None:
    place = found(world.resident, community="ZJX")
    assert (place.community, place.grids, place.grid) == (
        world.near_community,
        [world.near_grid],
        None,
    )
    assert found(world.resident, community="NIX").community == world.community


def test_what_is_not_active_is_not_there(world: World) -> None:
    Body.objects.filter(pk__in=[world.far_community.pk, world.other_grid.pk]).update(active=False)
    place = found(world.stranger, community="LHB", cookie="ZJD-2")
    assert (place.community, place.grids, place.grid) == (world.community, [world.grid], None)
    # The chosen grid has lost its community; the home is not asked instead.
    assert found(world.resident, cookie="LHB-1").grid is None
    Body.objects.filter(kind="community").update(active=False)
    assert community_of_request(asked(world.resident)) is None


def test_the_others_are_known_by_the_names_people_say(world: World) -> None:
    Body.objects.filter(pk=world.near_community.pk).update(name_en="West Zhuji")
    for language, names in (
        ("zh-hans", ["珠玑西", "柳河北社区"]),
        ("en", ["West Zhuji", "柳河北社区"]),
    ):
        with override(language), CaptureQueriesContext(connection) as queries:
            place = community_of_request(asked(world.stranger), others=True)
            assert place is not None
            assert [other.call_name for other in place.others] == names
            assert [other.code for other in place.others] == ["ZJX", "LHB"]
        assert len(queries) == 1
    assert found(world.stranger).others == []


def test_a_cookie_that_no_database_can_be_asked_for_is_none(world: World) -> None:
    client = Client()
    client.cookies[GRID_COOKIE] = "ZJD\x00"
    assert client.get("/").status_code == 200
    assert found(world.stranger, cookie="ZJD\x00").grid is None
