"""How a pair of sentences becomes a notice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise

from clocks.dates import date_words, moment_words, time_words
from notifications.notices import SAID
from notifications.rendering import Rendered, Renderer

Text = str | Promise
Pair = tuple[Text, Text]


def _rendered(pair: Pair, quoting: Text, parameters: Mapping[str, Any]) -> Rendered:
    values = {name: _value(name, value) for name, value in parameters.items()}
    ends = _day(parameters.get("until"))
    if ends is not None and ends == _day(parameters.get("at")):
        values["until"] = _time(parameters["until"])
    title, body = pair
    if quoting and parameters.get(SAID):
        body = quoting
    return Rendered(title=str(title).format(**values), body=str(body).format(**values))


def _day(value: Any) -> date | None:
    """Of a moment; a day by itself has no times that could be said alone."""
    if "T" not in str(value or ""):
        return None
    return timezone.localdate(datetime.fromisoformat(str(value)))


def _time(value: Any) -> str:
    return time_words(datetime.fromisoformat(str(value)))


def _value(name: str, value: Any) -> str:
    """Moments and days are said in full, since nobody knows on which day it is read."""
    if not name.startswith(("until", "at", "on")):
        return str(value)
    now = timezone.now()
    if "T" in str(value):
        return moment_words(datetime.fromisoformat(str(value)), now)
    return date_words(date.fromisoformat(str(value)), now)


def renderers(
    pairs: Mapping[str, Pair], quoting: Mapping[str, Text] | None = None
) -> dict[str, Renderer]:
    """Title and body by kind; both may name parameters in braces.

    `quoting` are the bodies of those that carry the answer itself, as {said}.
    """
    bodies = quoting or {}
    return {kind: partial(_rendered, pair, bodies.get(kind, "")) for kind, pair in pairs.items()}
