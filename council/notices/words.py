"""How a pair of sentences becomes a notice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from django.utils.functional import Promise

from clocks.dates import date_words, moment_words
from notifications.rendering import Rendered, Renderer

Text = str | Promise
Pair = tuple[Text, Text]


def _rendered(pair: Pair, parameters: Mapping[str, Any]) -> Rendered:
    values = {name: _value(name, value) for name, value in parameters.items()}
    title, body = pair
    return Rendered(title=str(title).format(**values), body=str(body).format(**values))


def _value(name: str, value: Any) -> str:
    """Moments and days are said in full, since nobody knows when it is read."""
    if not name.startswith(("until", "at", "on")):
        return str(value)
    moment = datetime.fromisoformat(str(value)) if "T" in str(value) else None
    return moment_words(moment) if moment else date_words(date.fromisoformat(str(value)), year=0)


def renderers(pairs: Mapping[str, Pair]) -> dict[str, Renderer]:
    """Title and body by kind; both may name parameters in braces."""
    return {kind: partial(_rendered, pair) for kind, pair in pairs.items()}
