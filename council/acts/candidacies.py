"""What can be done on the way to a seat: in which state, by whom, and as which button."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from acting.acts import StateRow
from council.enums.members import CANDIDACY_RUNNING, CandidacyAct, CandidacyState
from council.facts.candidacies import CandidacyFacts
from council.facts.viewer import Viewer
from council.rules import candidacies as rules

CandidacyActRow = StateRow[Viewer, CandidacyFacts]
BEFORE_POSTING = frozenset(
    {CandidacyState.RECOMMENDED, CandidacyState.SECONDED, CandidacyState.CHECKED}
)


def not_yet_agreed(facts: CandidacyFacts) -> bool:
    return not facts.consented


def has_agreed(facts: CandidacyFacts) -> str:
    return _("The person has agreed already.") if facts.consented else ""


def agreed(_viewer: Viewer, facts: CandidacyFacts) -> bool:
    return facts.consented


def not_yet_seconded(facts: CandidacyFacts) -> bool:
    return not facts.seconded_by_viewer


def has_seconded(facts: CandidacyFacts) -> str:
    return _("You have seconded it already.") if facts.seconded_by_viewer else ""


def may_still_object(_viewer: Viewer, facts: CandidacyFacts) -> bool:
    return not facts.posting_is_over and not facts.objected_by_viewer


def owes_answers(_viewer: Viewer, facts: CandidacyFacts) -> bool:
    return facts.unanswered > 0


def posted_and_answered(_viewer: Viewer, facts: CandidacyFacts) -> bool:
    return facts.posting_is_over and not facts.unanswered


# In the order of the way, which is the order of the buttons.
CANDIDACY_ACTS: Mapping[CandidacyAct, CandidacyActRow] = {
    CandidacyAct.CONSENT: CandidacyActRow(
        states=BEFORE_POSTING,
        who=rules.is_candidate,
        when=not_yet_agreed,
        why_not=has_agreed,
        label=gettext_lazy("I agree to stand"),
        icon="check",
        is_next=True,
    ),
    CandidacyAct.SECOND: CandidacyActRow(
        states=frozenset({CandidacyState.RECOMMENDED, CandidacyState.SECONDED}),
        who=rules.seconds,
        when=not_yet_seconded,
        why_not=has_seconded,
        label=gettext_lazy("Second it"),
        icon="hand",
        is_next=True,
    ),
    CandidacyAct.NOTE_CONSENT: CandidacyActRow(
        states=BEFORE_POSTING,
        who=rules.looks_after_candidacy,
        when=not_yet_agreed,
        why_not=has_agreed,
        label=gettext_lazy("Note that they agree"),
        icon="phone-call",
        is_next=True,
    ),
    CandidacyAct.CHECK: CandidacyActRow(
        states=frozenset({CandidacyState.SECONDED}),
        who=rules.looks_after_candidacy,
        of_use=agreed,
        label=gettext_lazy("Checked: they can stand"),
        icon="search-check",
        is_next=True,
    ),
    CandidacyAct.POST: CandidacyActRow(
        states=frozenset({CandidacyState.CHECKED}),
        who=rules.looks_after_candidacy,
        label=gettext_lazy("Post the name"),
        icon="megaphone",
        is_next=True,
    ),
    CandidacyAct.OBJECT: CandidacyActRow(
        states=frozenset({CandidacyState.POSTED}),
        who=rules.objects,
        of_use=may_still_object,
        label=gettext_lazy("Object"),
        icon="message-circle-warning",
    ),
    CandidacyAct.ANSWER_OBJECTION: CandidacyActRow(
        states=frozenset({CandidacyState.POSTED}),
        who=rules.looks_after_candidacy,
        of_use=owes_answers,
        label=gettext_lazy("Answer an objection"),
        icon="message-circle",
        is_next=True,
    ),
    CandidacyAct.CONFIRM: CandidacyActRow(
        states=frozenset({CandidacyState.POSTED}),
        who=rules.decides_candidacy,
        of_use=posted_and_answered,
        label=gettext_lazy("The committee confirmed it"),
        icon="stamp",
        is_next=True,
    ),
    CandidacyAct.APPOINT: CandidacyActRow(
        states=frozenset({CandidacyState.CONFIRMED}),
        who=rules.decides_candidacy,
        label=gettext_lazy("Appoint for a term"),
        icon="user-check",
        is_next=True,
    ),
    CandidacyAct.REFUSE: CandidacyActRow(
        states=CANDIDACY_RUNNING,
        who=rules.looks_after_candidacy,
        label=gettext_lazy("It can't be: say why"),
        icon="circle-x",
    ),
    CandidacyAct.WITHDRAW: CandidacyActRow(
        states=CANDIDACY_RUNNING,
        who=rules.takes_back,
        label=gettext_lazy("Take it back"),
        icon="undo-2",
    ),
}
