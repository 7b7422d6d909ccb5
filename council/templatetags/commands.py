"""What every form of a command holds, unseen."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from council.models import AgendaItem
from council.presentation.agenda import title_of
from council.queries.agenda import is_shown

# What Django says where there is no request.
NOT_PROVIDED = "NOTPROVIDED"

register = template.Library()


@register.simple_tag(takes_context=True)
def command_fields(context: dict[str, Any], act: str) -> SafeString:
    """The act, an id of its own, and the screen it is sent from.

    Drawn for all who watch there is no token: the script sends it as a header. Nor is there an id:
    the script makes one, and a part that is drawn again stays the same while nothing changes.
    """
    token = token_in(context)
    return format_html(
        "{}{}{}{}",
        hidden("csrfmiddlewaretoken", token) if token else mark_safe(""),
        hidden("act", act),
        hidden("command", uuid4() if token else ""),
        hidden("place", context.get("place", "phone")),
    )


@register.filter
def shown_title(item: AgendaItem) -> str:
    """Of a matter that went private meanwhile nothing is named."""
    return title_of(item)


@register.filter(name="is_shown")
def shown(item: AgendaItem) -> bool:
    return is_shown(item)


@register.simple_tag(takes_context=True)
def fresh_uid(context: dict[str, Any]) -> SafeString:
    """The id of what the command makes; the script writes its own over it."""
    return hidden("uid", uuid4() if token_in(context) else "")


def token_in(context: dict[str, Any]) -> str:
    found = str(context.get("csrf_token") or "")
    return "" if found == NOT_PROVIDED else found


def hidden(name: str, value: object) -> SafeString:
    return format_html('<input type="hidden" name="{}" value="{}">', name, value)
