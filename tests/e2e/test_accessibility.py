"""Every page under axe on a phone; in English under the rules that words can change.

In large print the same pages come under the rules that print can change, and at every size under
those that width can change. No page sticks out at the side, asks another host, or does what the
policy of the site forbids.
"""

from __future__ import annotations

import pytest

from tests.e2e.places import PLACES, VISITOR
from tests.e2e.town import Walk, read_as, town, walk

__all__ = ["town", "walk"]


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("places", PLACES)
def test_every_page_is_for_everyone(walk: Walk, places: str, language: str) -> None:
    read_as(walk, language)
    for who, path in PLACES[places](walk.town.stage):
        walk.look(who, path)
    assert walk.wrong == [], "\n".join(walk.wrong)


@pytest.mark.parametrize(
    ("language", "phone"),
    # Each its own number: one number gets one code a minute.
    [("zh-hans", "13912345671"), ("en", "13912345672")],
    ids=["chinese", "english"],
)
def test_the_page_for_the_code_is_for_everyone(walk: Walk, language: str, phone: str) -> None:
    read_as(walk, language)
    walk.look(VISITOR, "/sign-in/")
    walk.measuring = False
    walk.page.locator("input[name=phone]").fill(phone)
    walk.page.locator("main form button").first.click()
    walk.page.wait_for_url("**/sign-in/code/")
    walk.check("the code")
    assert walk.wrong == [], "\n".join(walk.wrong)
