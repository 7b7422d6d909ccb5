"""How an item of the agenda changes its state."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from acting.refusals import Refused
from council.casework.table import TableCase
from council.enums.agenda import ITEM_TRANSITIONS, ItemState
from council.models import AgendaItem


def item_named(case: TableCase, uid: UUID | None) -> AgendaItem:
    """The item of this sitting with that uid, or the one that is on. Raises Refused."""
    if uid is None:
        return case.item
    item = next((item for item in case.state.items if item.uid == uid), None)
    if item is None:
        raise Refused(_("This item is not on the agenda of this sitting."), field="item")
    return item


def item_that_is_on(case: TableCase, uid: UUID | None) -> AgendaItem:
    """The item of that uid, if it is the one being talked over. Raises Refused.

    So a page that is behind never decides on another item than it shows.
    """
    item = item_named(case, uid)
    if item.state != ItemState.ON:
        raise moved_on(item)
    return item


def moved_on(item: AgendaItem) -> Refused:
    return Refused(_("This item has moved on: {state}.").format(state=item.get_state_display()))


def move_item(case: TableCase, item: AgendaItem, state: ItemState, **values: Any) -> None:
    """Raises Refused for a way that the table does not have."""
    if state not in ITEM_TRANSITIONS[ItemState(item.state)]:
        raise moved_on(item)
    case.change(item, state=state, **values)


def clear_floor(case: TableCase) -> None:
    """Whoever still waits does not any more."""
    case.change_all(case.state.waiting, withdrawn_at=case.at)
