"""A line of the queue: what it is, what its clock asks for, and why it came."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from accounts.words import shortened
from clocks.words import when_words
from desks.sections import DeskSection
from issues.enums.deadlines import DeadlineKind
from issues.enums.matter import MatterClass
from issues.enums.turns import TurnCause
from issues.models import Deadline, Issue
from issues.presentation.causes import MISSED
from issues.presentation.clock_words import clock_words, elapsed_share, is_overdue
from issues.presentation.matter import place_of, title_of
from issues.presentation.sentence import and_first_promise, first_promise
from issues.presentation.steps import step_name

CAME = frozenset(
    {
        TurnCause.PUSHED_UP,
        TurnCause.RESOLUTION,
        TurnCause.CLOCK,
        TurnCause.WORD,
        TurnCause.JOINED,
    }
)
# Sections whose rows say who leads.
NAMES_LEAD = frozenset({"named", "supervised", "above", "urgent", "found"})


def rows_of(
    issues: Iterable[Issue],
    section: DeskSection,
    leads_to: Callable[..., str],
    *,
    chosen: str,
    now: datetime,
) -> list[dict[str, Any]]:
    """`leads_to` gives the address of a case; `chosen` is the one that is open."""
    return [
        row_of(
            one,
            section,
            leads_to(case=one.reference),
            current=one.reference == chosen,
            now=now,
        )
        for one in issues
    ]


def row_of(
    issue: Issue, section: DeskSection, url: str, *, current: bool, now: datetime
) -> dict[str, Any]:
    clock = _clock(issue)
    broken = first_promise(issue, None if clock is None else clock.due_at, now)
    return {
        "url": url,
        "reference": issue.reference,
        "version": issue.version,
        "title": title_of(issue, inside=True),
        "code": issue.matter_class or "open",
        "urgent": issue.matter_class == MatterClass.URGENT,
        "words": and_first_promise(_words(issue, section, clock, now), broken),
        "elapsed": 0 if clock is None else elapsed_share(clock, now),
        "overdue": bool(broken) or (clock is not None and is_overdue(clock, now)),
        "meta": " · ".join(part for part in _meta(issue, section) if part),
        "stuck": hasattr(issue, "sweep_failure"),
        "current": current,
    }


def _clock(issue: Issue) -> Deadline | None:
    """The clock in the issue's annotations, as an unsaved Deadline."""
    clock = _nearest_clock(issue)
    if not clock:
        return None
    return Deadline(
        kind=clock["kind"],
        starts_at=datetime.fromisoformat(clock["starts_at"]),
        due_at=datetime.fromisoformat(clock["due_at"]),
        basis=clock["basis"],
    )


def _nearest_clock(issue: Issue) -> dict[str, str]:
    return getattr(issue, "nearest_clock", None) or {}


def _lead_turn(issue: Issue) -> dict[str, str | None]:
    return getattr(issue, "lead_turn", None) or {}


def _words(issue: Issue, section: DeskSection, clock: Deadline | None, now: datetime) -> str:
    if clock is not None:
        words, owing = clock_words(clock, now), _nearest_clock(issue).get("owing")
        # Where rows name who leads, a body beside it may be the one that is late.
        if section.code in NAMES_LEAD and is_overdue(clock, now) and owing != _named(issue):
            return _("{who}: {words}").format(who=owing, words=words)
        # What a body reported is for the grid to look at.
        if section.code == "waiting" and clock.kind == DeadlineKind.VERIFY:
            return _("{who}: {words}").format(who=owing, words=words)
        return words
    if issue.ended_at is not None:
        return _("{how} {when}").format(
            how=step_name(issue.stage), when=when_words(issue.ended_at, now)
        )
    return step_name(issue.stage)


def _meta(issue: Issue, section: DeskSection) -> list[str]:
    place = place_of(issue, inside=True)
    cause = _lead_turn(issue).get("cause")
    if section.code in {"came", "lead"} and cause in CAME:
        return [place, _why(issue)]
    if section.code == "late":
        # Who is late may be a body beside the one that leads.
        return [_nearest_clock(issue).get("owing") or "", place]
    if section.code in NAMES_LEAD:
        return [_lead(issue), place]
    category = issue.category.name if issue.category is not None else ""
    sees_to_it = _lead_turn(issue).get("sees_to_it")
    if sees_to_it == "" and issue.is_open:
        sees_to_it = _("who sees to it is to be named")
    return [place, category, sees_to_it or ""]


def _lead(issue: Issue) -> str:
    """Whoever has not taken it in has been asked, and no more."""
    name = _named(issue)
    if name and issue.is_open and _lead_turn(issue).get("received_at") is None:
        return _("{body}, not taken in yet").format(body=name)
    return name


def _named(issue: Issue) -> str:
    return _lead_turn(issue).get("name") or ""


def _why(issue: Issue) -> str:
    turn = _lead_turn(issue)
    if turn.get("cause") == TurnCause.CLOCK:
        return str(MISSED.get(turn.get("missed_kind") or "", _("The time ran out below.")))
    reason = turn.get("reason") or ""
    return shortened(reason, 40) if reason else ""
