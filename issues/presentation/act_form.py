"""The context of the form of an act."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm

from clocks.span_words import span_words
from issues.duties import before_publishing
from issues.enums.acts import Act
from issues.presentation.activity import judged_of
from issues.presentation.chip import RULES, phrase_of
from issues.presentation.matter import place_of, title_of
from issues.presentation.reader import reader_of
from issues.presentation.timeline import timeline_of
from issues.queries.dossier import Dossier
from ledger.queries.timeline import news

# Whoever judges a result sees it first.
JUDGING = frozenset({Act.VERIFY, Act.CONFIRM, Act.CALL_BACK})


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
    if form is not None:
        context |= _judged(dossier, act)
    cards = getattr(form, "cards", None)
    return context if cards is None else context | {"cards": [_class_card(card) for card in cards]}


def _judged(dossier: Dossier, act: Act) -> dict[str, Any]:
    if act not in JUDGING:
        return {}
    return judged_of(dossier, reader_of(dossier.standing, dossier.facts), dossier.now)


def why_not(dossier: Dossier, act: Act) -> str:
    """Why the act can't be done yet, though person and stage allow it."""
    return str(before_publishing(dossier.facts)) if act == Act.PUBLISH else ""


def _class_card(card: dict[str, Any]) -> dict[str, Any]:
    return card | {
        "phrase": phrase_of(card["value"]),
        "rule": RULES[card["value"]],
        "time": span_words(card["span"]) if card["span"] is not None else "",
    }


def resident_context(dossier: Dossier, act: Act, form: BaseForm) -> dict[str, Any]:
    """For the templates that extend `issues/act_page.html`."""
    issue = dossier.issue
    own = issue.reporter_id is not None and issue.reporter_id == dossier.standing.user_id
    return {
        **_judged(dossier, act),
        "form": form,
        "issue": issue,
        "matter_title": title_of(issue, inside=own),
        "spoken": issue.spoken,
        "version": issue.version,
        "entry": dossier.last_entry,
    }


def changes_of(dossier: Dossier, *, after: int | None) -> list[dict[str, Any]]:
    """Lines of the record after the entry of number `after`."""
    entries = news(dossier.issue.stream, after=after)
    reader = reader_of(dossier.standing, dossier.facts)
    return timeline_of(dossier.issue, entries, dossier.turns, dossier.people, reader, dossier.now)
