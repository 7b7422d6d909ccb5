import re
from typing import Any

import pytest
from django.test import Client

from tests.world import World


def test_the_list_shows_each_grid_with_its_venues(world: World, client: Client) -> None:
    page = client.get("/venues/").content.decode()
    assert "大槐树议事亭" in page
    assert "东苑居民议事室" in page
    assert f'href="/venues/{world.venue.code}/"' in page
    assert "<polygon" in page


def test_the_list_costs_the_same_however_many_venues_there_are(
    world: World, client: Client, django_assert_max_num_queries: Any
) -> None:
    client.force_login(world.resident)
    with django_assert_max_num_queries(8):
        client.get("/venues/")


@pytest.mark.parametrize("path", ["/venues/ZJD01/", "/venues/zjd01/"])
def test_a_venue_shows_its_people_and_leads_to_raising(
    world: World, client: Client, path: str
) -> None:
    page = client.get(path).content.decode()
    assert "王晓燕" in page
    assert "/raise/?venue=ZJD01" in page
    assert str(world.grid_worker.phone).removeprefix("+86") not in page


def test_the_link_of_a_poster_leads_to_raising_there_and_leaves_nothing_on_the_phone(
    world: World, client: Client
) -> None:
    response = client.get("/v/zjd01/")
    assert response.status_code == 302
    assert response["Location"] == "/raise/?venue=ZJD01"
    assert not response.cookies


@pytest.mark.parametrize("path", ["/v/NONE/", "/venues/NONE/", "/venues/NONE/poster/"])
def test_an_unknown_or_closed_venue_offers_the_list(
    world: World, client: Client, path: str
) -> None:
    world.venue.active = False
    world.venue.save()
    for address in (path, path.replace("NONE", "ZJD01")):
        response = client.get(address)
        assert response.status_code == 404
        assert 'href="/venues/"' in response.content.decode()


def test_the_poster_carries_a_code_for_its_link_and_no_inline_style(
    world: World, client: Client, settings: Any
) -> None:
    settings.SITE_URL = "https://yishi.example.cn"
    page = client.get("/venues/ZJD01/poster/").content.decode()
    assert "yishi.example.cn/v/ZJD01/" in page
    assert "poster-code" in page
    assert not re.search(r"\sstyle=|<style|\son\w+=", page)
