"""A notice is said in the reader's language, and says no day twice."""

from __future__ import annotations

import pytest
from django.utils import translation

from notifications.rendering import render
from tests.world import World

BOOKED = {"at": "2026-12-04T19:00:00+08:00", "until": "2026-12-04T20:00:00+08:00"}


def test_a_booking_within_a_day_names_the_day_once(world: World) -> None:
    told = render("council.booked", 1, {"venue": world.venue.name, **BOOKED})
    assert told.title == f"{world.venue.name}有人预约了"
    assert told.body.startswith("从12月4日（周五）19:00到20:00，")
    over = {**BOOKED, "until": "2026-12-05T08:00:00+08:00"}
    told = render("council.booked", 1, {"venue": world.venue.name, **over})
    assert "19:00到12月5日（周六）08:00" in told.body


@pytest.mark.parametrize("kind", ["council.booked", "council.sitting_tomorrow"])
def test_a_venue_is_called_by_its_english_name(world: World, kind: str) -> None:
    world.venue.name_en = "Scholar-Tree Pavilion"
    world.venue.save()
    said = {"venue": world.venue.name, "place": world.venue.name, "body": world.grid.code, **BOOKED}
    with translation.override("en"):
        told = render(kind, 1, said)
    assert "Scholar-Tree Pavilion" in f"{told.title} {told.body}"


@pytest.mark.parametrize("kind", ["council.appointed", "council.renewed", "council.call_opened"])
def test_a_day_alone_is_said_as_a_day(world: World, kind: str) -> None:
    """Nothing of it begins on a day that could be the same."""
    said = {"body": world.grid.code, "subject": "大槐树下的空地", "until": "2029-11-30"}
    told = render(kind, 1, said)
    assert "2029年11月30日" in f"{told.title} {told.body}"
