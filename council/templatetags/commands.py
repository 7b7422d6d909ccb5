"""What every form of a command holds, unseen."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag(takes_context=True)
def command_fields(context: dict[str, Any], act: str) -> SafeString:
    """The act, an id of its own, and the screen it is sent from.

    Drawn for all who watch there is no token: the script sends it as a header.
    """
    token = context.get("csrf_token")
    safe = token and str(token) != "NOTPROVIDED"
    return format_html(
        "{}{}{}{}",
        hidden("csrfmiddlewaretoken", token) if safe else mark_safe(""),
        hidden("act", act),
        hidden("command", uuid4()),
        hidden("place", context.get("place", "phone")),
    )


@register.simple_tag
def fresh_uid() -> SafeString:
    """The id of what the command makes; the script writes its own over it."""
    return hidden("uid", uuid4())


def hidden(name: str, value: object) -> SafeString:
    return format_html('<input type="hidden" name="{}" value="{}">', name, value)
