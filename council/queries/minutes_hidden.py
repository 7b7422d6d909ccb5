"""Which matters in the minutes of a sitting are not public any more."""

from __future__ import annotations

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from council.minutes.masking import HiddenItems
from council.models import AgendaItem, Meeting
from council.queries.agenda import NOT_SHOWN
from council.queries.minutes_sections import key_of_item


def hidden_in(meeting: Meeting) -> HiddenItems:
    """One statement."""
    rows = AgendaItem.objects.filter(NOT_SHOWN, meeting=meeting).values_list(
        "uid", "title", "issue__title", "issue__public_title"
    )
    found = list(rows)
    titles = {title.strip() for _uid, *names in found for title in names}
    return HiddenItems(
        keys=frozenset(key_of_item(uid) for uid, *_names in found),
        titles=tuple(sorted(titles - {""})),
    )


def hidden_items() -> ArraySubquery:
    """Of each paper of minutes: the items that it may not name now, in one order."""
    rows = AgendaItem.objects.filter(NOT_SHOWN, meeting=OuterRef("meeting"))
    return ArraySubquery(rows.order_by("uid").values("uid"))
