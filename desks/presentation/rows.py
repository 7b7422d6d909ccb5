"""A line of the queue: what it is, what its clock asks for, and why it came."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from clocks.words import when_words
from desks.sections import Section
from issues.enums import MatterClass, TurnCause
from issues.models import Deadline, Issue
from issues.presentation.causes import MISSED
from issues.presentation.clock_words import clock_words, elapsed_share, is_overdue
from issues.presentation.matter import place_of, title_of
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


def row_of(
    issue: Issue, section: Section, url: str, *, current: bool, now: datetime
) -> dict[str, Any]:
    clock = _clock(issue)
    return {
        "url": url,
        "reference": issue.reference,
        "title": title_of(issue, inside=True),
        "code": issue.matter_class or "open",
        "urgent": issue.matter_class == MatterClass.URGENT,
        "words": _words(issue, clock, now),
        "elapsed": 0 if clock is None else elapsed_share(clock, now),
        "overdue": clock is not None and is_overdue(clock, now),
        "meta": " · ".join(part for part in _meta(issue, section) if part),
        "stuck": hasattr(issue, "sweep_failure"),
        "current": current,
    }


def _clock(issue: Issue) -> Deadline | None:
    """The clock in the issue's annotations, as an unsaved Deadline."""
    kind = getattr(issue, "clock_kind", None)
    if kind is None:
        return None
    return Deadline(
        kind=kind,
        starts_at=issue.clock_starts_at,  # type: ignore[attr-defined]
        due_at=issue.clock_due_at,  # type: ignore[attr-defined]
        basis=issue.clock_basis,  # type: ignore[attr-defined]
    )


def _words(issue: Issue, clock: Deadline | None, now: datetime) -> str:
    if clock is not None:
        return clock_words(clock, now)
    if issue.ended_at is not None:
        return _("{how} {when}").format(
            how=step_name(issue.stage), when=when_words(issue.ended_at, now)
        )
    return step_name(issue.stage)


def _meta(issue: Issue, section: Section) -> list[str]:
    place = place_of(issue, inside=True)
    cause = getattr(issue, "lead_cause", "")
    if section.code in {"came", "lead"} and cause in CAME:
        return [place, _why(issue, cause)]
    if section.code in {"named", "supervised", "late", "above", "urgent", "found"}:
        return [getattr(issue, "lead_name", "") or "", place]
    return [place, issue.category.name if issue.category is not None else ""]


def _why(issue: Issue, cause: str) -> str:
    if cause == TurnCause.CLOCK:
        return str(MISSED.get(getattr(issue, "lead_missed", ""), _("The time ran out below.")))
    reason = getattr(issue, "lead_reason", "") or ""
    return Truncator(reason).chars(40) if reason else ""
