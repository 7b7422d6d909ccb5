"""Which bodies are late, with how many matters, and since when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import ngettext

from clocks.words import overdue_words
from desks.queries.queue import LateBody


def late_of(bodies: Iterable[LateBody], now: datetime) -> list[dict[str, Any]]:
    return [
        {
            "name": one.name,
            "matters": ngettext("{count} matter", "{count} matters", one.matters).format(
                count=one.matters
            ),
            "by": overdue_words(one.since, now),
        }
        for one in bodies
    ]
