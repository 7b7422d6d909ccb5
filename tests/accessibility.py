"""What axe finds in an open page, and whether it sticks out at the side."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Rules = dict[str, Any]
AXE = Axe().axe_script
# What another width or print can change: where things lie, how large they are, what is shown at
# all. Of colours larger letters ask less.
BY_WIDTH = ("scrollable-region-focusable", "bypass", "link-in-text-block", "aria-hidden-focus")
# What another language can change: names and texts, and with their length what width changes.
BY_WORDS = (
    *BY_WIDTH, "html-has-lang", "html-lang-valid", "valid-lang", "document-title", "frame-title",
    "button-name", "input-button-name", "link-name", "summary-name", "empty-heading",
    "empty-table-header", "image-alt", "image-redundant-alt", "role-img-alt", "svg-img-alt",
    "label", "label-title-only", "select-name", "form-field-multiple-labels", "landmark-unique",
    "aria-command-name", "aria-dialog-name", "aria-input-field-name", "aria-meter-name",
    "aria-progressbar-name", "aria-toggle-field-name", "aria-tooltip-name", "aria-treeitem-name",
)  # fmt: skip
ALL_RULES = {"resultTypes": ["violations"]}


def only(*names: str) -> Rules:
    return {**ALL_RULES, "runOnly": {"type": "rule", "values": names}}


RULES_BY_WIDTH, RULES_BY_WORDS = only(*BY_WIDTH), only(*BY_WORDS)
# The page in Chinese and in usual print comes under every rule, the others under what is left.
# Large print in English: colours, names and what scrolls were looked at in the others.
LEFT: dict[tuple[str, bool], Rules | None] = {
    ("zh-hans", False): ALL_RULES,
    ("zh-hans", True): RULES_BY_WIDTH,
    ("en", False): RULES_BY_WORDS,
    ("en", True): None,
}
PRINT = """large => {
    const data = document.documentElement.dataset;
    if (large) data.print = 'large'; else delete data.print;
}"""
# Asked at once, and told what is wrong alone: each question, and each of the hundred rules that
# found nothing, would go through three processes.
ASK = f"""async ([large, rules]) => {{
    if (large !== null) ({PRINT})(large);
    const wide = document.documentElement.scrollWidth;
    return [wide, rules ? (await axe.run(rules)).violations : []];
}}"""
# Between these nothing is shown that neither of them shows.
NARROW, WIDE = 360, 1440


def faults(
    page: Page,
    sizes: Iterable[tuple[int, int]],
    language: str,
    *,
    whole: Collection[int] = (NARROW, WIDE),
    unasked: Collection[int] = (),
    both_prints: bool = False,
) -> list[str]:
    """At each size under the rules of LEFT at the widths of `whole`, elsewhere by width.

    At those of `unasked`, and in large print where it is not asked whole, it is only seen whether
    the page sticks out: each asking looks through the whole page. Large print is an attribute
    of the page and nothing else, so that both prints can be asked about without loading it anew;
    that the server sets it is shown in desks/test_preferences.py and e2e/test_error_pages.py.
    """
    found: list[str] = []
    prints = (False, True)[: 1 + both_prints]
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        for large in prints:
            elsewhere = None if large or width in unasked else RULES_BY_WIDTH
            rules = LEFT[language, large] if width in whole else elsewhere
            seen, violations = page.evaluate(ASK, [large if both_prints else None, rules])
            wrong = wider(seen, width) + [f"at {width}: {told(one)}" for one in violations]
            found += [f"{one}, in large print" if large else one for one in wrong]
        # The next size begins in the print in which the page stands: each change lays it out anew.
        prints = prints[::-1]
    return found


def sticks_out(page: Page, width: int, height: int) -> list[str]:
    """Makes the page so wide, and tells whether it scrolls sideways then."""
    page.set_viewport_size({"width": width, "height": height})
    return too_wide(page, width)


def too_wide(page: Page, width: int) -> list[str]:
    return wider(page.evaluate("document.documentElement.scrollWidth"), width)


def wider(seen: int, width: int) -> list[str]:
    return [f"{seen} px wide at {width}"] if seen > width else []


def told(violation: dict[str, Any]) -> str:
    targets = [str(node["target"][0])[-80:] for node in violation["nodes"][:3]]
    return f"{violation['id']} {targets}"
