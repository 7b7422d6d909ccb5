"""An issue as a card in a list."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clocks.words import due_words, overdue_words, when_words
from issues.addresses import address_of_issue
from issues.enums import Ending, Stage
from issues.models import Issue
from issues.presentation.chip import chip_of


def card_of(issue: Issue, now: datetime) -> dict[str, Any]:
    """For `components/card.html`; the issue must come from `queries.listing.for_cards`."""
    due: datetime | None = getattr(issue, "next_due", None)
    overdue = issue.is_open and due is not None and due <= now
    return {
        "url": address_of_issue(issue),
        "title": issue.public_title or issue.reference,
        "chip": chip_of(issue.matter_class) if issue.matter_class else None,
        "words": _words(issue, due, now),
        "overdue": overdue,
        "meta": " · ".join(_meta(issue, now)),
        "ended": not issue.is_open,
    }


def _words(issue: Issue, due: datetime | None, now: datetime) -> str:
    if not issue.is_open:
        return _ended(issue)
    if issue.stage == Stage.CONFIRM:
        return _("Done; the resident is asked whether it is solved.")
    who = getattr(issue, "holder_name", "") or ""
    if due is None:
        return who
    when = overdue_words(due, now) if due <= now else due_words(due, now)
    return _("{who} has it: {when}").format(who=who, when=when)


def _ended(issue: Issue) -> str:
    if issue.stage == Stage.CLOSED:
        if issue.ending == Ending.SOLVED:
            return _("Solved, says the resident.")
        return _("Closed without an answer from the resident.")
    return str(Stage(issue.stage).label)


def _meta(issue: Issue, now: datetime) -> list[str]:
    parts = [issue.grid.call_name, when_words(issue.raised_at, now)]
    neighbours: int = getattr(issue, "supporters", 0)
    if neighbours:
        parts.append(
            ngettext("{count} household too", "{count} households too", neighbours).format(
                count=neighbours
            )
        )
    return parts
