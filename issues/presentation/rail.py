"""The step rail: six stations of the founding document, or three for small and urgent matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from clocks.dates import date_words
from clocks.spans import in_shanghai
from issues.enums import ENDED_STAGES, MatterClass, Stage
from issues.models import Assignment, Issue
from issues.presentation.steps import PUBLICISE, SIX

LONG = frozenset({MatterClass.HARD, MatterClass.MAJOR})
Station = dict[str, Any]


def rail_of(
    issue: Issue,
    turns: Sequence[Assignment] = (),
    entered: Mapping[str, datetime] | None = None,
    *,
    now: datetime,
) -> dict[str, Any]:
    """`stations` and `all_stations` for `components/rail.html`.

    `entered` says when each stage was first entered, as `timeline.entered_of` reads it from the
    record; without it the stations carry no dates.
    """
    six = _six(issue, entered or {}, now)
    if issue.matter_class in LONG:
        return {"stations": six, "all_stations": None}
    return {"stations": _three(issue, turns, entered or {}, now), "all_stations": six}


def _six(issue: Issue, entered: Mapping[str, datetime], now: datetime) -> list[Station]:
    steps = list(SIX)
    times = {Stage.COLLECT.value: issue.raised_at, **entered}
    if issue.stage in {Stage.CONFIRM, Stage.CLOSED}:
        at = len(steps) - 1
    elif issue.stage in SIX:
        at = steps.index(issue.stage)
    else:
        at = max(index for index, step in enumerate(steps) if step in times)
    stations = []
    for index, step in enumerate(steps):
        state = "past" if index < at else "future"
        if index == at:
            state = "past" if issue.stage in ENDED_STAGES else "present"
        skipped = state == "past" and step not in times and step != PUBLICISE
        when = _day(times.get(step), now) if state != "future" else ""
        stations.append(
            _station(SIX[step], state, _("not needed here") if skipped and entered else when)
        )
    return stations


def _three(
    issue: Issue,
    turns: Sequence[Assignment],
    entered: Mapping[str, datetime],
    now: datetime,
) -> list[Station]:
    received = min((turn.received_at for turn in turns if turn.received_at), default=None)
    is_received = received is not None or issue.stage != Stage.COLLECT
    if issue.stage in ENDED_STAGES:
        at = 3 if issue.stage == Stage.CLOSED else 1
    elif issue.stage == Stage.CONFIRM:
        at = 2
    else:
        at = 1 if is_received else 0
    states = ["past" if i < at else "present" if i == at else "future" for i in range(3)]
    if issue.stage in ENDED_STAGES:
        states = [state.replace("present", "future") for state in states]
    return [
        _station(_("Taken in"), states[0], _day(received, now)),
        _station(_("Being handled"), states[1], _day(entered.get(Stage.TOPIC), now)),
        _station(_("Your word"), states[2], _day(entered.get(Stage.CONFIRM), now)),
    ]


def _station(label: str | Promise, state: str, when: str) -> Station:
    return {"label": str(label), "state": state, "when": when}


def _day(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return ""
    return date_words(in_shanghai(moment).date(), year=in_shanghai(now).year)
