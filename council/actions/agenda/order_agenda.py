"""The items of the agenda are put in another order, all of them in one request."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.agenda import waiting_items
from council.casework.planning import opened_meeting
from council.enums.planning import MeetingAct
from council.models import AgendaItem, Meeting


def order_agenda(
    meeting: Meeting,
    *,
    actor: User,
    now: datetime,
    order: Sequence[UUID],
    seen: int | None = None,
) -> None:
    """Raises Refused where `order` is not the same items as are on it, each once."""
    act = MeetingAct.ORDER_AGENDA
    with opened_meeting(meeting, act, actor=actor, now=now, seen=seen) as case:
        items = {item.uid: item for item in waiting_items(case.meeting)}
        if len(order) != len(items) or set(order) != set(items):
            raise Refused(_("These are not the items that are on the agenda. Look at it again."))
        rest = AgendaItem.objects.filter(meeting=case.meeting).exclude(pk__in=_keys(items))
        ordered = [*(items[uid] for uid in order), *rest.order_by("position")]
        for position, item in enumerate(ordered, 1):
            item.position = position
        # Unique when the transaction ends, not at each row.
        AgendaItem.objects.bulk_update(ordered, ["position"])
        case.record("agenda_ordered", {"items": len(items)})


def _keys(items: dict[UUID, AgendaItem]) -> list[int]:
    return [item.pk for item in items.values()]
