"""Where in the minutes each command of a sitting stands: every one of them stands somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from council.enums.table import TableAct
from council.minutes.drafting.words import clock
from council.minutes.log import ItemLog, LoggedCommand, SittingLog

OF_PRESENCE = frozenset(
    {
        *(TableAct.JOIN, TableAct.ARRIVE, TableAct.LEAVE),
        *(TableAct.WALK_IN, TableAct.APOLOGISE),
    }
)
# What happens while an item is on, and belongs to the whole sitting all the same.
OF_THE_SITTING = frozenset(
    {TableAct.OPEN, TableAct.PAUSE, TableAct.RESUME, TableAct.CLOSE, TableAct.TAKE_TABLE}
)
CHAIR: Mapping[str, Promise] = {
    TableAct.HAND_OVER_CHAIR: _("{time}: the chair was handed to {whom}."),
    TableAct.TAKE_BACK_CHAIR: _("{time}: the chair was taken back."),
}


def steps_of_presence(log: SittingLog) -> list[LoggedCommand]:
    return [step for step in log.steps if step.kind in OF_PRESENCE]


def steps_of_item(log: SittingLog, item: ItemLog) -> list[LoggedCommand]:
    return [step for step in log.steps if _item_of(step) == item.key]


def steps_of_sitting(log: SittingLog) -> list[LoggedCommand]:
    """Also what came between two items."""
    items = {item.key for item in log.items}
    return [
        step for step in log.steps if step.kind not in OF_PRESENCE and _item_of(step) not in items
    ]


def _item_of(step: LoggedCommand) -> str:
    return "" if step.kind in OF_PRESENCE | OF_THE_SITTING else step.item


def chair_lines(steps: Iterable[LoggedCommand]) -> list[str]:
    """Who was handed the chair, and when it was taken back."""
    return [
        str(CHAIR[step.kind]).format(time=clock(step.at), whom=step.whom)
        for step in steps
        if step.kind in CHAIR
    ]
