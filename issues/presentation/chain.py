"""The three levels: who had it how long and why it left, who has it now and until when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from clocks.words import duration_words, when_words
from grids.queries.people import PostHolders
from issues.enums.deadlines import DeadlineKind
from issues.enums.turns import Level, TurnRole
from issues.models import Assignment, Deadline, Issue
from issues.presentation.clock_words import (
    clock_words,
    elapsed_share,
    is_overdue,
    late_longest,
    main_clock,
    owed_by,
)
from issues.presentation.people import current_lead, first_receiver_of
from issues.presentation.why import why_of
from issues.presentation.why_left import Leaving

LEVELS = (Level.GRID, Level.COMMUNITY, Level.DEPARTMENT)


def chain_of(
    issue: Issue,
    turns: Sequence[Assignment],
    clocks: Sequence[Deadline],
    people: PostHolders,
    now: datetime,
    *,
    missed: Sequence[Deadline] = (),
    inside: bool = False,
) -> dict[str, Any]:
    """For `components/chain.html`. `turns` are all turns of the issue with bodies, oldest
    first; `clocks` are owed, `missed` were missed in turns that ended; `people` hold the posts at
    the bodies of the turns. Readers `inside` read the reasons that were typed.
    """
    leads = [turn for turn in turns if turn.role == TurnRole.LEAD]
    leaving = Leaving(leads=leads, missed=missed, now=now, inside=inside)
    return {
        "levels": [_level(issue, level, turns, clocks, leaving) for level in LEVELS],
        "first_receiver": first_receiver_of(issue, turns, people),
    }


def _level(
    issue: Issue,
    level: Level,
    turns: Sequence[Assignment],
    clocks: Sequence[Deadline],
    leaving: Leaving,
) -> dict[str, Any]:
    here = [turn for turn in leaving.leads if turn.level == level]
    lit = current_lead(here)
    shown: dict[str, Any] = {
        "level_label": str(level.label).capitalize(),
        "body": _body_name(issue, level, here),
        "state": _state(level, here, lit, [turn.level for turn in leaving.leads]),
    }
    if not here:
        return shown
    if lit is not None:
        return shown | _with_checker(issue, _lit(lit, here, turns, clocks, leaving))
    last = here[-1]
    return shown | {
        "turns": _earlier(here[:-1], last, leaving),
        "stayed": _stayed(here),
        "why_left": leaving.why(last),
        "reason": leaving.reason(last),
    }


def _with_checker(issue: Issue, shown: dict[str, Any]) -> dict[str, Any]:
    """A check on the spot is the grid's to make, though the clock hangs on the body's turn."""
    clock = shown["clock"]
    if clock is not None and clock["kind"] == DeadlineKind.VERIFY:
        words = _("{who}: {words}").format(who=issue.grid.display_name, words=clock["words"])
        shown["clock"] = {**clock, "words": words}
    return shown


def _lit(
    lit: Assignment,
    here: Sequence[Assignment],
    turns: Sequence[Assignment],
    clocks: Sequence[Deadline],
    leaving: Leaving,
) -> dict[str, Any]:
    now = leaving.now
    clock = main_clock(clocks, lit, now)
    joint = [t for t in turns if t.role == TurnRole.JOINT and t.left_at is None]
    return {
        "turns": _earlier(here, lit, leaving),
        "stayed": _received(lit, now),
        "joint": [_part(turn, clocks, leaving) for turn in joint],
        "also_late": _also_late(clocks, lit, clock, now),
        "clock": None
        if clock is None
        else {
            "kind": clock.kind,
            "elapsed": elapsed_share(clock, now),
            "overdue": is_overdue(clock, now),
            "words": clock_words(clock, now),
            "why": why_of(clock, now),
        },
    }


def _also_late(
    clocks: Sequence[Deadline], lit: Assignment, shown: Deadline | None, now: datetime
) -> list[str]:
    """Beside the clock that is shown, what else the body is late with: of each kind the longest."""
    found: dict[str, Deadline] = {} if shown is None else {shown.kind: shown}
    for clock in sorted(owed_by(clocks, lit), key=_due_at):
        if is_overdue(clock, now):
            found.setdefault(clock.kind, clock)
    return [clock_words(clock, now) for clock in found.values() if clock is not shown]


def _due_at(clock: Deadline) -> datetime:
    return clock.due_at


def _part(turn: Assignment, clocks: Sequence[Deadline], leaving: Leaving) -> dict[str, Any]:
    """A joint body, with what is wanted of it for readers inside, and what it is late with."""
    late = late_longest(owed_by(clocks, turn), leaving.now)
    return {
        "name": turn.body.display_name,
        "wanted": turn.reason if leaving.inside else "",
        "late": clock_words(late, leaving.now) if late is not None else "",
        "waits": turn.received_at is None,
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


def _earlier(turns: Sequence[Assignment], than: Assignment, leaving: Leaving) -> list[str]:
    """A sentence for each earlier turn at this level."""
    return [leaving.line(turn) for turn in turns if turn.body_id != than.body_id]
