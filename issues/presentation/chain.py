"""The three levels: who had it how long and why it left, who has it now and until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from clocks.words import duration_words, when_words
from grids.queries.people import PostHolders
from issues.enums import Level, TurnRole
from issues.models import Assignment, Deadline, Issue
from issues.presentation.causes import why_left
from issues.presentation.clock_words import clock_words, elapsed_share, is_overdue, main_clock
from issues.presentation.people import current_lead, first_receiver_of
from issues.presentation.why import why_of

LEVELS = (Level.GRID, Level.COMMUNITY, Level.DEPARTMENT)


def chain_of(
    issue: Issue,
    turns: Sequence[Assignment],
    clocks: Sequence[Deadline],
    people: PostHolders,
    now: datetime,
) -> dict[str, Any]:
    """For `components/chain.html`. `turns` are all turns of the issue with bodies, oldest
    first; `clocks` are those that run; `people` hold the posts at the bodies of the turns.
    """
    leads = [turn for turn in turns if turn.role == TurnRole.LEAD]
    reached = [turn.level for turn in leads]
    return {
        "levels": [_level(issue, level, leads, turns, clocks, now, reached) for level in LEVELS],
        "first_receiver": first_receiver_of(issue, turns, people),
    }


def _level(
    issue: Issue,
    level: Level,
    leads: Sequence[Assignment],
    turns: Sequence[Assignment],
    clocks: Sequence[Deadline],
    now: datetime,
    reached: Sequence[str],
) -> dict[str, Any]:
    here = [turn for turn in leads if turn.level == level]
    lit = current_lead(here)
    shown: dict[str, Any] = {
        "level_label": str(level.label).capitalize(),
        "body": _body_name(issue, level, here),
        "state": _state(level, here, lit, reached),
    }
    if not here:
        return shown
    if lit is not None:
        return shown | _lit(lit, leads, turns, clocks, now)
    last = here[-1]
    return shown | {
        "turns": _earlier(here[:-1], last, leads),
        "stayed": _stayed(here),
        "why_left": _why_left(last, leads),
    }


def _lit(
    lit: Assignment,
    leads: Sequence[Assignment],
    turns: Sequence[Assignment],
    clocks: Sequence[Deadline],
    now: datetime,
) -> dict[str, Any]:
    clock = main_clock(clocks, lit.pk)
    joint = [t for t in turns if t.role == TurnRole.JOINT and t.left_at is None]
    return {
        "turns": _earlier([turn for turn in leads if turn.level == lit.level], lit, leads),
        "stayed": _received(lit, now),
        "joint": [turn.body.display_name for turn in joint],
        "clock": None
        if clock is None
        else {
            "elapsed": elapsed_share(clock, now),
            "overdue": is_overdue(clock, now),
            "words": clock_words(clock, now),
            "why": why_of(clock),
        },
    }


def _body_name(issue: Issue, level: Level, here: Sequence[Assignment]) -> str:
    if here:
        return here[-1].body.display_name
    if level == Level.GRID:
        return issue.grid.display_name
    return issue.community.display_name if level == Level.COMMUNITY else ""


def _state(
    level: Level, here: Sequence[Assignment], lit: Assignment | None, reached: Sequence[str]
) -> str:
    if lit is not None:
        return "lit"
    if here:
        return "past"
    above = LEVELS[LEVELS.index(level) + 1 :]
    return "skipped" if any(higher in reached for higher in above) else "future"


def _received(turn: Assignment, now: datetime) -> str:
    if turn.received_at is None:
        return _("Came here {when}; not taken in yet").format(when=when_words(turn.started_at, now))
    return _("Taken in {when}").format(when=when_words(turn.received_at, now))


def _stayed(here: Sequence[Assignment]) -> str:
    length = sum(
        ((turn.left_at or turn.started_at) - turn.started_at for turn in here[1:]),
        (here[0].left_at or here[0].started_at) - here[0].started_at,
    )
    return _("Stayed here {duration}").format(duration=duration_words(length))


def _earlier(
    turns: Sequence[Assignment], than: Assignment, leads: Sequence[Assignment]
) -> list[str]:
    """A sentence for each earlier turn at this level: who had it, how long, and why it left."""
    return [
        _("{body}: {duration}. {why}").format(
            body=turn.body.display_name,
            duration=duration_words((turn.left_at or turn.started_at) - turn.started_at),
            why=_why_left(turn, leads),
        )
        for turn in turns
        if turn.body_id != than.body_id
    ]


def _why_left(last: Assignment, leads: Sequence[Assignment]) -> str:
    following = next((turn for turn in leads if turn.turn == last.turn + 1), None)
    return why_left(last.left_cause, "" if following is None else following.missed_kind)
