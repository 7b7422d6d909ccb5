"""Small presentational tags: icons and the clock ring."""

from functools import lru_cache
from typing import Any

from django import template
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

register = template.Library()


@lru_cache(maxsize=256)
def drawn(name: str) -> SafeString:
    svg = lucide(name, size=24, aria_hidden="true", focusable="false", **{"class": "icon"})
    return SafeString(svg)


@register.simple_tag
def icon(name: str) -> SafeString:
    """An inline lucide icon of the text's own size, hidden from screen readers."""
    return drawn(name)


@register.inclusion_tag("components/ring.html")
def ring(elapsed: float, overdue: bool = False, label: str = "") -> dict[str, Any]:  # noqa: FBT001, FBT002
    """A clock ring. `elapsed` is the share of the span that has passed, 0 to 1; `label` names it.

    Leave `label` empty where the words stand beside the ring anyway.
    """
    share = 1.0 if overdue else min(max(float(elapsed or 0), 0.0), 1.0)
    mood = "overdue" if overdue else "soon" if share >= 0.75 else "calm"
    return {"percent": f"{share * 100:.1f}", "mood": mood, "label": label}
