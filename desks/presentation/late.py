"""Which bodies are late, with how many matters, and since when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import ngettext

from clocks.words import late_words
from desks.queries.queue import LateBody
from grids.models import Body


def late_of(
    bodies: Iterable[LateBody],
    now: datetime,
    *,
    url: Callable[[Body], str],
    chosen: LateBody | None,
) -> list[dict[str, Any]]:
    """`url` leads to the matters with which a body is late; `chosen` are those that are shown."""
    return [
        {
            "name": one.body.display_name,
            "url": url(one.body),
            "current": one == chosen,
            "matters": ngettext("{count} matter", "{count} matters", one.matters).format(
                count=one.matters
            ),
            "by": late_words(one.since, now),
        }
        for one in bodies
    ]
