"""What a person judges with an act, shown above its form."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from clocks.dates import date_words
from council.presentation.candidacy import said_for
from council.queries.subjects import CandidacySubject, PledgeSubject

Facts = list[dict[str, str]]


def judged_of(subject: Any, now: datetime) -> Facts:
    """For `components/facts.html`: what a body is asked to do, or what was said for a candidate."""
    if isinstance(subject, PledgeSubject):
        return _asked(subject, now)
    return said_for(subject) if isinstance(subject, CandidacySubject) else []


def _asked(subject: PledgeSubject, now: datetime) -> Facts:
    pledge = subject.pledge
    return [
        {"label": _("What shall be done"), "value": pledge.text},
        {"label": _("Due by"), "value": date_words(pledge.due_on, now)},
        {"label": _("What was decided"), "value": pledge.resolution.text},
    ]
