"""Residents write in their own language; a page in another says so, and in which."""

from __future__ import annotations

import re

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.tongues import RUN
from grids.codes import has_han

register = template.Library()
QUOTED = re.compile("“[^”]*”")


def is_foreign(text: str) -> bool:
    """True for Chinese words on a page that is not in Chinese."""
    return not (get_language() or "").startswith("zh") and has_han(text or "")


@register.filter
def tongue(text: object) -> SafeString:
    """The attribute that lets a screen reader change its voice; empty where the page's own does."""
    return SafeString(' lang="zh-hans"' if is_foreign(str(text or "")) else "")


@register.filter
def named(name: object) -> SafeString:
    """A name of a place or a body, wherever one is drawn.

    Each name is in the page's language if it has one there; what of it is Chinese on another
    page is read in a Chinese voice.
    """
    if isinstance(name, SafeString):
        return name
    text = "" if name is None else str(name)
    if not is_foreign(text):
        return SafeString(conditional_escape(text))
    said, end = "", 0
    for run in RUN.finditer(text):
        before = conditional_escape(text[end : run.start()])
        said += before + format_html('<span lang="zh-hans">{}</span>', run[0])
        end = run.end()
    return SafeString(said + conditional_escape(text[end:]))


@register.simple_tag
def written_too(*texts: object) -> str:
    """The same in a line that says more: on cards, in rows. One of `texts` is enough."""
    if not any(is_foreign(str(text or "")) for text in texts):
        return ""
    return format_html(' <span class="as-written-too">· {}</span>', _("as written, in Chinese"))


@register.simple_tag
def quoted_too(text: str) -> str:
    """The same after a sentence of ours in which somebody's words stand in quotes."""
    return written_too(*QUOTED.findall(text or ""))


@register.simple_tag
def as_written(text: str) -> str:
    """“As written, in Chinese”, beside words that nobody has translated."""
    if not is_foreign(text):
        return ""
    return format_html('<small class="as-written">{}</small>', _("As written, in Chinese"))
