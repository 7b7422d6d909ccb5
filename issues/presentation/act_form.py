"""The context of the form of an act."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm

from clocks.span_words import span_words
from issues.duties import before_publishing
from issues.enums import Act
from issues.presentation.chip import RULES, phrase_of
from issues.presentation.matter import place_of, title_of
from issues.presentation.reader import reader_of
from issues.presentation.timeline import timeline_of
from issues.queries.dossier import Dossier
from ledger.queries.timeline import timeline

# If the sent page did not say what it had shown, the last few lines count as new.
FEW = 3


def worker_context(dossier: Dossier, act: Act, form: BaseForm | None) -> dict[str, Any]:
    """For the templates of `issues/acts/`; if there is no form, it says why."""
    issue = dossier.issue
    context = {
        "form": form,
        "issue": issue,
        "shows_words": act == Act.PUBLISH,
        "matter_title": title_of(issue, inside=True),
        "place": place_of(issue, inside=True),
    }
    cards = getattr(form, "cards", None)
    return context if cards is None else context | {"cards": [_class_card(card) for card in cards]}


def why_not(dossier: Dossier, act: Act) -> str:
    """Why the act can't be done yet, though person and stage allow it."""
    return str(before_publishing(dossier.facts)) if act == Act.PUBLISH else ""


def _class_card(card: dict[str, Any]) -> dict[str, Any]:
    return card | {
        "phrase": phrase_of(card["value"]),
        "rule": RULES[card["value"]],
        "time": span_words(card["span"]) if card["span"] is not None else "",
    }


def resident_context(dossier: Dossier, form: BaseForm) -> dict[str, Any]:
    """For the templates that extend `issues/act_page.html`."""
    issue = dossier.issue
    own = issue.reporter_id is not None and issue.reporter_id == dossier.standing.user_id
    return {
        "form": form,
        "issue": issue,
        "matter_title": title_of(issue, inside=own),
        "spoken": issue.spoken,
        "version": issue.version,
        "entry": dossier.last_entry,
    }


def changes_of(dossier: Dossier, *, after: int | None) -> list[dict[str, Any]]:
    """Lines of the record after the entry of number `after`."""
    entries = timeline(dossier.issue.stream)
    newer = [] if after is None else [entry for entry in entries if entry.number > after]
    reader = reader_of(dossier.standing, dossier.facts)
    return timeline_of(
        dossier.issue, newer or entries[-FEW:], dossier.turns, dossier.people, reader, dossier.now
    )
