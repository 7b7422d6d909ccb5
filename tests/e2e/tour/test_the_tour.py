"""Every line of README's tour, pressed as its persona on one demo.

The words that are pressed are read out of README, so that a label that changes there or on its
page fails here; so does a row that no walk knows, or that says something else than its walk.
"""

from __future__ import annotations

from django.utils import timezone
from playwright.sync_api import Browser
from pytest_django import DjangoDbBlocker

from demo.seeds.seed import seed
from tests.e2e.people import visits
from tests.e2e.tour.guide import Guide
from tests.e2e.tour.rows import rows
from tests.e2e.tour.walks import WALKS
from tests.harness.common_site import CommonSite


def test_every_row_has_its_walk_and_every_walk_its_row() -> None:
    assert rows() == list(WALKS)


def test_every_line_of_the_tour_is_true(
    one_site: CommonSite, django_db_blocker: DjangoDbBlocker, browser: Browser
) -> None:
    """One demo for all rows: what one leaves, the next may find."""
    with one_site.empty(django_db_blocker) as served:
        seed(now=timezone.now(), small=True, say=lambda _line: None)
        served.live.start_worker()
        served.live.start_beat(sweep_seconds=4)
        untrue = walked(browser, served.url)
        assert not untrue, "\n\n".join(untrue)
        served.live.manage("check_chain")
        served.live.manage("check_council")


def walked(browser: Browser, site: str) -> list[str]:
    """What of which row is not so; one that fails keeps no other from being walked."""
    untrue: list[str] = []
    kept: dict[str, str] = {}
    for row in rows():
        walk = WALKS.get(row)
        if walk is None:
            continue
        try:
            with visits(browser, site) as visit:
                guide = Guide(visit, kept)
                led = guide.starts(row)
                walk(guide, led)
                assert led.words == [], f"not pressed: {led.words}"
        except Exception as fault:
            notes = " ".join(getattr(fault, "__notes__", ()))
            untrue.append(f"{row.be}: {row.press}\n{fault} {notes}")
    return untrue
