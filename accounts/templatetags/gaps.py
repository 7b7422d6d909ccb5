"""Between two sentences, or a caption and what it is about: a blank where the language parts so."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def gap() -> str:
    """Chinese has none: its full-width signs bring the room with them."""
    return "" if (get_language() or "").startswith("zh") else " "


@register.filter
def in_a_row(sentences: Iterable[object]) -> str:
    return gap().join(map(str, sentences))
