"""The agenda as the page on which it is ordered draws it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from council.enums.agenda import ItemState
from council.models import Meeting
from council.presentation.agenda import title_of
from council.queries.agenda import agenda_of


def order_context(meeting: Meeting, sent: Sequence[str]) -> dict[str, Any]:
    """In the order that was sent, where it is of the same items: it is not lost by a refusal."""
    items = [item for item in agenda_of(meeting) if item.state == ItemState.WAITING]
    places = {uid: place for place, uid in enumerate(sent)}
    if len(sent) == len(items) and set(places) == {str(item.uid) for item in items}:
        items.sort(key=lambda item: places[str(item.uid)])
    return {
        "items": [
            {
                "uid": str(item.uid),
                "title": title_of(item),
                "is_first": at == 0,
                "is_last": at == len(items) - 1,
            }
            for at, item in enumerate(items)
        ]
    }
