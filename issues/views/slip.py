"""交办单: one issue on a sheet of A4, for those who work on it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from clocks.dates import moment_words
from grids.middleware import standing_in
from issues.enums import TurnRole
from issues.masking import Hidden, mask
from issues.models import Deadline, Issue
from issues.presentation.chip import chip_shown
from issues.presentation.clock_words import ASKED
from issues.presentation.kinds import CAUSES
from issues.presentation.matter import place_of, title_of
from issues.presentation.past import past_of
from issues.presentation.people import first_receiver_of
from issues.presentation.reader import Reader, reader_of
from issues.queries.case import CasePage, case_of


@require_safe
@login_required
@never_cache
def slip(request: HttpRequest, reference: str) -> HttpResponse:
    """404 for all others, since it has the resident's own words."""
    try:
        case = case_of(reference, standing_in(request), now=timezone.now())
    except Issue.DoesNotExist as unknown:
        raise Http404 from unknown
    reader = reader_of(case.standing, case.facts)
    if not reader.works:
        raise Http404
    return render(request, "issues/slip.html", _context(case, reader))


def _context(case: CasePage, reader: Reader) -> dict[str, Any]:
    issue = case.issue
    return {
        "issue": issue,
        "spoken": issue.spoken,
        "title": _without_phones(title_of(issue, inside=True)),
        "words": _without_phones(issue.text),
        "held_by": [turn["body"] for turn in _turns(case) if turn["now"]],
        "chip": chip_shown(issue),
        "place": place_of(issue, inside=True),
        "raised": moment_words(issue.raised_at),
        "turns": _turns(case),
        "past": _past(case, reader),
        "clocks": [_term(clock) for clock in case.clocks],
        "first_receiver": first_receiver_of(issue, case.turns, case.people),
        "printed": moment_words(case.now),
    }


def _term(clock: Deadline) -> str:
    """The date itself, since “tomorrow” means nothing on paper."""
    asked = str(ASKED.get(clock.kind) or _("To do {due}"))
    return asked.format(due=_("by {moment}").format(moment=moment_words(clock.due_at)))


def _past(case: CasePage, reader: Reader) -> list[dict[str, Any]]:
    lines = past_of(case, reader, when=moment_words)
    return [
        line | {key: _without_phones(line[key]) for key in ("text", "agreed")}
        for line in reversed(lines)
    ]


def _without_phones(text: str) -> str:
    """Mask phone numbers that people wrote, since the paper says that it has none."""
    return mask(text, but=frozenset(Hidden) - {Hidden.PHONE}).text


def _turns(case: CasePage) -> list[dict[str, Any]]:
    return [
        {
            "body": _("{body} (joint)").format(body=turn.body.display_name)
            if turn.role == TurnRole.JOINT
            else turn.body.display_name,
            "now": turn.left_at is None,
            "when": moment_words(turn.started_at),
            "why": str(CAUSES[turn.cause]).format(body=turn.body.display_name),
            "reason": _without_phones(turn.reason),
            "tried": _without_phones(turn.tried),
        }
        for turn in case.turns
    ]
