"""Small presentational tags: icons, the clock ring, the beginning of a text."""

from functools import lru_cache
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from lucide.templatetags.lucide import lucide

from accounts.phones import dialled
from accounts.words import first_sign, shortened

register = template.Library()


@lru_cache(maxsize=256)
def drawn(name: str) -> SafeString:
    svg = lucide(name, size=24, aria_hidden="true", focusable="false", **{"class": "icon"})
    return SafeString(svg)


@register.simple_tag
def icon(name: str) -> SafeString:
    """An inline lucide icon of the text's own size, hidden from screen readers."""
    return drawn(name)


@register.filter(name="shortened")
def shortened_filter(text: str, most: int) -> str:
    """The beginning, cut where a person sees an end; Django's own filters cut emoji in two."""
    return shortened(str(text), most)


@register.filter(name="first_sign")
def first_sign_filter(name: str) -> str:
    """For the round mark beside a name."""
    return first_sign(str(name))


@register.filter
def whole(words: str) -> str | SafeString:
    """What stands between dots, each in one piece: a line ends beside it, not in it."""
    first, *more = str(words).split(" · ")
    if not more:
        return first
    pieces = [*(f"{one} ·" for one in (first, *more[:-1])), more[-1]]
    drawn = format_html_join(" ", '<span class="phrase">{}</span>', ([one] for one in pieces))
    return format_html("<span>{}</span>", drawn)


@register.filter(name="dialled")
def dialled_filter(phone: str) -> str:
    """For `tel:`, with an extension after a pause; without it the phone dials another number."""
    return dialled(str(phone))


@register.inclusion_tag("components/ring.html")
def ring(elapsed: float, overdue: bool = False, label: str = "") -> dict[str, Any]:  # noqa: FBT001, FBT002
    """A clock ring. `elapsed` is the share of the span that has passed, 0 to 1; `label` names it.

    Leave `label` empty where the words stand beside the ring anyway.
    """
    share = 1.0 if overdue else min(max(float(elapsed or 0), 0.0), 1.0)
    mood = "overdue" if overdue else "soon" if share >= 0.75 else "calm"
    return {"percent": f"{share * 100:.1f}", "mood": mood, "label": label}
