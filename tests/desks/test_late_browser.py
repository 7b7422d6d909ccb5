"""Who is late, by body, as a supervisor reads it: on a phone and in the narrow column of a desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from tests.desks.test_desk_browser import before, site, size
from tests.desks.views.test_desk import late_at_housing
from tests.world import build_world

__all__ = ["site"]

# How many signs of its own size stand in a line.
ROOM = "one => one.clientWidth / parseFloat(getComputedStyle(one).fontSize)"


@pytest.mark.parametrize("width", [320, 820, 1440])
@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_no_word_of_what_is_late_is_broken(
    browser: Browser, site: LiveServer, language: str, width: int
) -> None:
    world = build_world()
    late_at_housing(world)
    User.objects.update(language=language)
    page = before(browser, site, world.street_supervisor, viewport=size(width, 900))
    page.goto(f"{site.url}/desk/street/FHT/?section=late")
    cell = page.locator(".late td.overdue").first
    room = cell.evaluate(ROOM)
    assert room > 12
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
