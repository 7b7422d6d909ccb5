"""The step rail: six steps of the founding document, or three for small and urgent issues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from clocks.dates import date_of_moment
from issues.enums.matter import MatterClass
from issues.enums.stages import ENDED_STAGES, Ending, Stage
from issues.enums.turns import TurnRole
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

    `entered` says when each stage was first entered (`timeline.entered_of`); without it the
    stations have no dates. Past stations name the body that had the lead then.
    """
    six = _six(issue, turns, entered or {}, now)
    if issue.matter_class in LONG:
        return {"stations": six, "all_stations": None}
    return {"stations": _three(issue, turns, entered or {}, now), "all_stations": six}


def _six(
    issue: Issue,
    turns: Sequence[Assignment],
    entered: Mapping[str, datetime],
    now: datetime,
) -> list[Station]:
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
        if skipped and entered:
            stations.append(_station(SIX[step], state, _("not needed here")))
        else:
            moment = times.get(step) if state != "future" else None
            stations.append(_done(SIX[step], state, moment, _led(turns, moment), now))
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
    handled, asked = entered.get(Stage.TOPIC), entered.get(Stage.CONFIRM)
    said = _("the resident") if issue.ending == Ending.SOLVED else ""
    return [
        _done(_("Taken in"), states[0], received, _led(turns, received), now),
        _done(_("Being handled"), states[1], handled, _led(turns, handled), now),
        _done(_("Your word"), states[2], asked, said, now),
    ]


def _led(turns: Sequence[Assignment], moment: datetime | None) -> str:
    """The body that had the lead at `moment`; at the moment of a handover, the new one."""
    if moment is None:
        return ""
    leads = [t for t in turns if t.role == TurnRole.LEAD and t.started_at <= moment]
    return max(leads, key=lambda turn: turn.turn).body.signed_name if leads else ""


def _done(
    label: str | Promise, state: str, moment: datetime | None, who: str, now: datetime
) -> Station:
    """A station with its date. One that lies ahead has none, even if it was reached before."""
    reached = moment if state != "future" else None
    return _station(label, state, _day(reached, now), who if state == "past" else "")


def _station(label: str | Promise, state: str, when: str, who: str = "") -> Station:
    return {"label": str(label), "state": state, "when": when, "who": who}


def _day(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return ""
    return date_of_moment(moment, now)
