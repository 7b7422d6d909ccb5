"""A candidacy as its page and the council's page draw it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clocks.dates import date_words
from clocks.words import due_words, when_words
from council.acts.candidacies import CANDIDACY_ACTS, offered
from council.enums.members import CANDIDACY_PUBLIC, CandidacyState
from council.models import Objection
from council.queries.subjects import CandidacySubject
from council.rules import is_close, looks_after

WAY = (
    CandidacyState.RECOMMENDED,
    CandidacyState.SECONDED,
    CandidacyState.CHECKED,
    CandidacyState.POSTED,
    CandidacyState.CONFIRMED,
    CandidacyState.APPOINTED,
)


@dataclass(frozen=True, slots=True)
class Button:
    url: str
    label: str
    icon: str
    is_next: bool


def sentence_of(subject: CandidacySubject) -> str:
    """What has been done and what comes next, in one sentence."""
    row, facts = subject.candidacy, subject.facts
    match facts.state:
        case CandidacyState.RECOMMENDED:
            missing = max(facts.seconds_needed - facts.seconds, 1)
            return ngettext(
                "Recommended; {count} more neighbour has to second it.",
                "Recommended; {count} more neighbours have to second it.",
                missing,
            ).format(count=missing)
        case CandidacyState.SECONDED if not facts.consented:
            return _("Seconded; the community now asks the person whether they agree to stand.")
        case CandidacyState.SECONDED:
            return _("Seconded; the community checks it.")
        case CandidacyState.CHECKED:
            return _("Checked; the community posts the name next.")
        case CandidacyState.POSTED if facts.unanswered:
            return _("Posted; an objection is being answered.")
        case CandidacyState.POSTED if facts.posting_is_over:
            return _("The posting is over; the party committee meets about it.")
        case CandidacyState.POSTED:
            assert row.posted_until is not None
            until = due_words(row.posted_until, subject.now)
            return _("Posted; who objects says so {until}.").format(until=until)
        case CandidacyState.CONFIRMED:
            return _("Confirmed by the party committee; the term is set next.")
        case CandidacyState.APPOINTED:
            return _("Appointed.")
        case CandidacyState.REFUSED:
            return _("It could not be.")
        case _:
            return _("It was taken back.")


def stations(subject: CandidacySubject) -> list[dict[str, Any]]:
    """For the rail: each step with its state; empty where it ended on the way."""
    if subject.facts.state not in WAY:
        return []
    here = WAY.index(subject.facts.state)
    row = subject.candidacy
    dates = {
        CandidacyState.RECOMMENDED: when_words(row.recommended_at, subject.now),
        CandidacyState.POSTED: when_words(row.posted_at, subject.now) if row.posted_at else "",
        CandidacyState.CONFIRMED: date_words(row.committee_met_on, year=subject.now.year)
        if row.committee_met_on
        else "",
    }
    return [
        {
            "label": state.label,
            "past": at < here,
            "current": at == here,
            "meta": dates.get(state, "") if at <= here else "",
        }
        for at, state in enumerate(WAY)
    ]


def buttons(subject: CandidacySubject) -> list[Button]:
    """What the reader can do now; the first that is the next thing to do stands out."""
    row, found = subject.candidacy, []
    for act, one in CANDIDACY_ACTS.items():
        if offered(act, subject.viewer, subject.facts):
            url = reverse("council:candidacy_act", args=[row.council.body.code, row.uid, act.value])
            first = one.is_next and not any(button.is_next for button in found)
            found.append(Button(url, str(one.label), one.icon, first))
    return found


def candidacy_context(
    subject: CandidacySubject, objections: Sequence[Objection]
) -> dict[str, Any]:
    """What was said for a person is shown to everybody only once it was checked."""
    row, facts = subject.candidacy, subject.facts
    close = is_close(subject.viewer, facts)
    return {
        "candidacy": row,
        "council": row.council,
        "sentence": sentence_of(subject),
        "stations": stations(subject),
        "seconds": facts.seconds,
        "shows_words": close or facts.state in CANDIDACY_PUBLIC,
        "close": close,
        "inside": looks_after(subject.viewer, facts.council),
        "buttons": buttons(subject),
        "objections": [
            {
                "text": objection.text,
                "answer": objection.answer,
                "who": str(objection.by),
                "when": when_words(objection.at, subject.now),
            }
            for objection in objections
        ],
    }


def row_of(subject: CandidacySubject) -> dict[str, Any]:
    """One line of the council's page."""
    return {
        "url": subject.address,
        "name": subject.candidacy.name,
        "kind": subject.candidacy.get_kind_display(),
        "state": subject.candidacy.get_state_display(),
        "sentence": sentence_of(subject),
        "waits": any(button.is_next for button in buttons(subject)),
    }
