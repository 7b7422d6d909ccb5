"""A candidacy as its page and the council's page draw it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from clocks.dates import date_words
from clocks.words import due_words, when_words
from council.acts.candidacies import CANDIDACY_ACTS
from council.enums.members import CANDIDACY_PUBLIC, CandidacyAct, CandidacyState
from council.facts.candidacies import CandidacyFacts
from council.models import Objection
from council.presentation.buttons import Button, buttons_of
from council.queries.subjects import CandidacySubject
from council.rules.candidacies import is_close
from council.rules.councils import looks_after

# Named as what is done, since most of them are still to come.
WAY: Mapping[CandidacyState, Promise] = {
    CandidacyState.RECOMMENDED: pgettext_lazy("step to a seat", "recommended"),
    CandidacyState.SECONDED: pgettext_lazy("step to a seat", "seconded"),
    CandidacyState.CHECKED: pgettext_lazy("step to a seat", "checked"),
    CandidacyState.POSTED: pgettext_lazy("step to a seat", "posted"),
    CandidacyState.CONFIRMED: pgettext_lazy("step to a seat", "confirmed"),
    CandidacyState.APPOINTED: pgettext_lazy("step to a seat", "appointed"),
}


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
    here = list(WAY).index(subject.facts.state)
    row = subject.candidacy
    dates = {
        CandidacyState.RECOMMENDED: when_words(row.recommended_at, subject.now),
        CandidacyState.POSTED: when_words(row.posted_at, subject.now) if row.posted_at else "",
        CandidacyState.CONFIRMED: date_words(row.committee_met_on, subject.now)
        if row.committee_met_on
        else "",
    }
    return [
        {
            "label": label,
            "state": "past" if at < here else "present" if at == here else "future",
            "when": dates.get(state, "") if at <= here else "",
        }
        for at, (state, label) in enumerate(WAY.items())
    ]


def buttons(subject: CandidacySubject) -> list[Button]:
    """What the reader can do now; the first that is the next thing to do stands out."""
    row = subject.candidacy

    def url_of(act: CandidacyAct) -> str:
        return reverse("council:candidacy_act", args=[row.council.body.code, row.uid, act.value])

    return buttons_of(CANDIDACY_ACTS, subject.offers, url_of)


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
        "shows_words": shows_words(subject),
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


def shows_words(subject: CandidacySubject) -> bool:
    """What was said for the person: to those close to it, and to everybody once it was checked."""
    facts = subject.facts
    return is_close(subject.viewer, facts) or facts.state in CANDIDACY_PUBLIC


def said_for(subject: CandidacySubject) -> list[dict[str, str]]:
    """For `components/facts.html`: who stands, and what was said for them, if it is shown."""
    row = subject.candidacy
    found = [(_("Name"), row.name), (_("Building"), str(row.building or ""))]
    if shows_words(subject):
        found += [
            (_("Standing"), row.good_standing),
            (_("Ability"), row.ability),
            (_("Warmth"), row.warmth),
        ]
    return [{"label": label, "value": value} for label, value in found if value]


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
