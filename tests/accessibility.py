"""What axe finds in an open page, and whether it sticks out at the side."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = Axe().axe_script
# What another width can change: where things lie, how large they are, what is shown at all.
BY_WIDTH = ("scrollable-region-focusable", "bypass", "link-in-text-block", "aria-hidden-focus")
# What larger letters can change besides.
BY_PRINT = (*BY_WIDTH, "color-contrast")
ALL_RULES = {"resultTypes": ["violations"]}
RULES_BY_WIDTH = {**ALL_RULES, "runOnly": {"type": "rule", "values": BY_WIDTH}}
RULES_BY_PRINT = {**ALL_RULES, "runOnly": {"type": "rule", "values": BY_PRINT}}
# Between these nothing is shown that neither of them shows.
NARROW, WIDE = 360, 1440


def faults(
    page: Page,
    sizes: Iterable[tuple[int, int]],
    *,
    whole: Collection[int] = (NARROW, WIDE),
    known: bool = False,
) -> list[str]:
    """At each size in turn; under every rule at the widths of `whole`, elsewhere by width.

    A page that is `known` passed every rule in usual print; then print alone is asked about.
    """
    found: list[str] = []
    page.evaluate(AXE)
    for width, height in sizes:
        found += sticks_out(page, width, height)
        every = RULES_BY_PRINT if known else ALL_RULES
        rules = every if width in whole else RULES_BY_WIDTH
        violations = page.evaluate("rules => axe.run(rules)", rules)["violations"]
        found += [f"at {width}: {told(one)}" for one in violations]
    return found


def sticks_out(page: Page, width: int, height: int) -> list[str]:
    """Makes the page so wide, and tells whether it scrolls sideways then."""
    page.set_viewport_size({"width": width, "height": height})
    seen = page.evaluate("document.documentElement.scrollWidth")
    return [f"{seen} px wide at {width}"] if seen > width else []


def told(violation: dict[str, Any]) -> str:
    targets = [str(node["target"][0])[-80:] for node in violation["nodes"][:3]]
    return f"{violation['id']} {targets}"
