"""The card of a sitting fits the narrowest phone, however long its hours take to say."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from playwright.sync_api import Page, expect

CSS = [
    Path(settings.BASE_DIR) / "static" / "css" / f"{name}.css" for name in ("pavilion", "sittings")
]
# Over midnight both days are said.
OVER_MIDNIGHT = "from 22:45 on Wednesday 30 December 2026 to 0:45 on Thursday 31 December"


@pytest.mark.parametrize("print_size", ["usual", "large"])
def test_hours_over_midnight_widen_no_page(page: Page, print_size: str) -> None:
    card = {
        "day": "Wednesday 30 December 2026", "time": OVER_MIDNIGHT, "iso": "2026-12-30T22:45",
        "title": "The sitting", "url": "/sittings/1/", "meta": "Under the locust tree",
        "state": "Called", "is_cancelled": True,
    }  # fmt: skip
    drawn = render_to_string("council/parts/sitting_card.html", {"card": card, "with_day": True})
    styles = "".join(file.read_text() for file in CSS)
    page.set_viewport_size({"width": 320, "height": 640})
    page.set_content(
        f'<html data-print="{print_size}"><style>{styles}</style><main>{drawn}</main></html>'
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for piece in page.locator("time span").all():
        expect(piece).to_have_css("text-decoration-line", "line-through")
