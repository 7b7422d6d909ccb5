"""A clock that is about to run out, for the page of the demo."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from clocks.words import duration_words
from demo.queries.personas import Countdown
from issues.addresses import address_of_issue
from issues.enums.matter import Visibility
from issues.presentation.clock_words import clock_words, elapsed_share


def countdown_of(row: Countdown, now: datetime) -> dict[str, Any]:
    """It has a title only if that is published, and a link only for those who may open it."""
    issue = row.issue
    public = issue.visibility == Visibility.PUBLIC and issue.public_title
    return {
        "url": address_of_issue(issue) if row.opens else "",
        "title": f"{issue.reference} · {issue.public_title}" if public else issue.reference,
        "words": _("in {duration}").format(duration=duration_words(row.clock.due_at - now)),
        "asked": clock_words(row.clock, now),
        "place": issue.grid.display_name,
        "elapsed": elapsed_share(row.clock, now),
    }
