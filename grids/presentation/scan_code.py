"""A code to scan that leads to a page of ours."""

from __future__ import annotations

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe


def address_in_words(path: str) -> str:
    """The whole address without its scheme, for those who type it."""
    address = f"{settings.SITE_URL}{path}"
    return address.removeprefix("https://").removeprefix("http://")


def scan_code(path: str, css_class: str, *, border: int = 2, dark: str = "#282219") -> SafeString:
    drawing = segno.make(f"{settings.SITE_URL}{path}", error="q", micro=False).svg_inline(
        border=border, omitsize=True, svgclass=css_class, lineclass=None, dark=dark
    )
    # Drawn from our own address; segno writes attributes only, no style.
    return mark_safe(drawing)  # noqa: S308
