"""The forms on the way to a seat."""

from __future__ import annotations

from council.enums.members import CandidacyAct
from council.forms.candidacies.base import CandidacyForm
from council.forms.candidacies.lead import AppointForm, ConfirmForm
from council.forms.candidacies.neighbours import ConsentForm, ObjectForm, SecondForm, WithdrawForm
from council.forms.candidacies.staff import (
    AnswerObjectionForm,
    CheckForm,
    NoteConsentForm,
    PostForm,
    RefuseForm,
)

CANDIDACY_FORMS: dict[str, type[CandidacyForm]] = {
    CandidacyAct(form.act): form
    for form in (
        SecondForm,
        ConsentForm,
        NoteConsentForm,
        CheckForm,
        PostForm,
        ObjectForm,
        AnswerObjectionForm,
        ConfirmForm,
        AppointForm,
        RefuseForm,
        WithdrawForm,
    )
}
