"""A person's matters as cards, and what is asked of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from clocks.words import when_words
from desks.queries.me import MatterWithClocks
from grids.queries.people import PostHolders
from issues.addresses import address_of_confirming, address_of_issue
from issues.enums.stages import Stage
from issues.presentation.chip import chip_of
from issues.presentation.clock_words import is_overdue, main_clock
from issues.presentation.matter import title_of
from issues.presentation.people import current_lead
from issues.presentation.sentence import first_promise, joined, late_parts, next_sentence


def matter_card(
    matter: MatterWithClocks, people: PostHolders, now: datetime, *, own: bool
) -> dict[str, Any]:
    """For `components/card.html`; `asks` is True if only the reader's verdict is missing."""
    issue = matter.issue
    lead = current_lead(matter.turns)
    clock = main_clock(matter.clocks, lead, now) if lead is not None else None
    broken = first_promise(issue, None if clock is None else clock.due_at, now)
    said = next_sentence(issue, matter.turns, matter.clocks, people, now, own=own)
    return {
        "url": address_of_issue(issue),
        "confirm": address_of_confirming(issue),
        "title": title_of(issue, inside=own) or issue.reference,
        "chip": chip_of(issue.matter_class) if issue.matter_class else None,
        "words": joined(said, broken) if broken else said,
        "overdue": (clock is not None and is_overdue(clock, now))
        or bool(broken)
        or bool(late_parts(matter.turns, matter.clocks, now)),
        "meta": _("{reference} · raised {when}").format(
            reference=issue.reference, when=when_words(issue.raised_at, now)
        ),
        "asks": own and issue.stage == Stage.CONFIRM,
    }
