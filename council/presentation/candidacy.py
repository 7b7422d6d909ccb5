"""A candidacy as its page and the council's page draw it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from clocks.dates import date_words
from clocks.words import due_words, when_words
from council.acts.candidacies import CANDIDACY_ACTS, offered
from council.enums.members import CANDIDACY_PUBLIC, CandidacyState
from council.facts import CandidacyFacts
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


SENTENCES: Mapping[str, Promise] = {
    CandidacyState.CHECKED: gettext_lazy("Checked; the community posts the name next."),
    CandidacyState.CONFIRMED: gettext_lazy(
        "Confirmed by the party committee; the term is set next."
    ),
    CandidacyState.APPOINTED: gettext_lazy("Appointed."),
    CandidacyState.REFUSED: gettext_lazy("It could not be."),
    CandidacyState.WITHDRAWN: gettext_lazy("It was taken back."),
}


def sentence_of(subject: CandidacySubject) -> str:
    """What has been done and what comes next, in one sentence."""
    match subject.facts.state:
        case CandidacyState.RECOMMENDED:
            return _recommended(subject.facts)
        case CandidacyState.SECONDED:
            return _seconded(subject.facts)
        case CandidacyState.POSTED:
            return _posted(subject)
        case state:
            return str(SENTENCES[state])


def _recommended(facts: CandidacyFacts) -> str:
    missing = max(facts.seconds_needed - facts.seconds, 1)
    return ngettext(
        "Recommended; {count} more neighbour has to second it.",
        "Recommended; {count} more neighbours have to second it.",
        missing,
    ).format(count=missing)


def _seconded(facts: CandidacyFacts) -> str:
    if not facts.consented:
        return _("Seconded; the community now asks the person whether they agree to stand.")
    return _("Seconded; the community checks it.")


def _posted(subject: CandidacySubject) -> str:
    until = subject.candidacy.posted_until
    assert until is not None
    if subject.facts.unanswered:
        return _("Posted; an objection is being answered.")
    if subject.facts.posting_is_over:
        return _("The posting is over; the party committee meets about it.")
    return _("Posted; who objects says so {until}.").format(until=due_words(until, subject.now))


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
            "state": "past" if at < here else "present" if at == here else "future",
            "when": dates.get(state, "") if at <= here else "",
        }
        for at, state in enumerate(WAY)
    ]


def buttons(subject: CandidacySubject) -> list[Button]:
    """What the reader can do now; the first that is the next thing to do stands out."""
    row = subject.candidacy
    found: list[Button] = []
    for act, one in CANDIDACY_ACTS.items():
        if offered(act, subject.viewer, subject.facts):
            url = reverse("council:candidacy_act", args=[row.council.body.code, row.uid, act.value])
            first = one.is_next and not any(button.is_next for button in found)
            found.append(Button(url, str(one.label), one.icon, first))
    return found


def candidacy_context(subject: CandidacySubject, objections: Sequence[Objection]) -> dict[str, Any]:
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
