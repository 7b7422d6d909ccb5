"""Calls for ideas as their pages draw them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clocks.dates import date_words
from council.acts.calls import CALL_ACTS, why_not_chosen
from council.addresses import address_of_call
from council.enums.calls import CallAct, CallState
from council.models import Call
from council.queries.calls import CallSubject, Idea, asked_grids, ideas_of
from grids.queries.whereabouts import Whereabouts
from issues.enums.stages import Stage
from issues.presentation.card import card_of
from issues.presentation.matter import title_of


def row_of_call(call: Call, today: date) -> dict[str, Any]:
    """One line of a list."""
    return {
        "title": call.title,
        "url": address_of_call(call),
        "council": call.council.name,
        "state": call.state_on(today),
        "words": state_words(call, today),
    }


def state_words(call: Call, today: date) -> str:
    match call.state_on(today):
        case CallState.TO_COME:
            day = date_words(call.opens_on, today)
            return _("Ideas come in from {day} on.").format(day=day)
        case CallState.OPEN:
            day = date_words(call.closes_on, today)
            return _("Ideas come in until {day}.").format(day=day)
        case _over:
            return _("No more ideas come in.")


def list_of_calls(place: Whereabouts | None, calls: Sequence[Call], today: date) -> dict[str, Any]:
    rows = [row_of_call(call, today) for call in calls]
    return {
        "community": place.community if place else None,
        "open": [row for row in rows if row["state"] != CallState.OVER],
        "over": [row for row in rows if row["state"] == CallState.OVER],
    }


def call_context(subject: CallSubject) -> dict[str, Any]:
    call, today = subject.call, timezone.localdate(subject.now)
    ideas, waiting = ideas_of(call, subject.viewer)
    state = subject.facts.state
    return {
        "call": call,
        "council": call.council,
        "community": call.council.body.community,
        "words": state_words(call, today),
        "grids": " · ".join(grid.call_name for grid in asked_grids(call)),
        "ideas": [_idea(subject, idea) for idea in ideas],
        "chosen_count": sum(idea.idea.chosen_at is not None for idea in ideas),
        "waiting": waiting,
        "raise_url": f"{reverse('issues:raise')}?{urlencode({'call': call.uid})}"
        if state == CallState.OPEN
        else "",
        "close_url": reverse("council:close_call", args=[call.uid])
        if subject.offers(CallAct.CLOSE)
        else "",
    }


def _idea(subject: CallSubject, idea: Idea) -> dict[str, Any]:
    """A card as in every list of matters, with what the council said and what became of it."""
    issue, row, asked = idea.issue, idea.idea, subject.about(idea.idea)
    seconds = issue.supporters
    return {
        **card_of(issue, subject.now),
        "anchor": f"idea-{issue.reference}",
        "title": title_of(issue, inside=True) or issue.reference,
        "author": idea.author,
        "grid": issue.grid.call_name,
        "is_public": idea.is_public,
        "seconds": ngettext(
            "{count} neighbour wants it too", "{count} neighbours want it too", seconds
        ).format(count=seconds)
        if seconds
        else "",
        "is_chosen": row.chosen_at is not None,
        "is_done": issue.stage == Stage.CLOSED,
        "why": row.why,
        "choose": reverse("council:choose_idea", args=[subject.call.uid, issue.reference])
        if asked.offers(CallAct.CHOOSE)
        else "",
        "why_not": why_not_chosen(asked.facts)
        if CALL_ACTS[CallAct.CHOOSE].who(asked.viewer, asked.facts)
        else "",
    }
