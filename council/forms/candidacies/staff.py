"""What the community's staff do on the way to a seat."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import phones
from accounts.forms.choices import ChoiceField
from accounts.forms.phone import WRONG
from accounts.forms.words import WordsField
from acting.forms.fields import choice, text_field
from council.actions.candidacies.answer_objection import answer_objection
from council.actions.candidacies.check import check
from council.actions.candidacies.note_consent import note_consent
from council.actions.candidacies.post import post
from council.actions.candidacies.refuse import refuse
from council.addresses import address_of_candidacy
from council.enums.members import CandidacyAct, ConsentWay
from council.forms.candidacies.base import CandidacyForm
from council.models.candidacies import REASON
from council.queries.candidacies import waiting_objections

WAYS = [(way.value, way.label) for way in ConsentWay if way != ConsentWay.HERE]


class NoteConsentForm(CandidacyForm):
    act = CandidacyAct.NOTE_CONSENT
    title = gettext_lazy("Note that the person agrees")
    explain = gettext_lazy(
        "Ask the person first: their name and what was written about them will be posted."
    )
    button = gettext_lazy("The person agrees")
    done = gettext_lazy("Noted.")

    way = choice(gettext_lazy("How they agreed"), WAYS)
    phone = WordsField(
        label=gettext_lazy("Their mobile number"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("Empty for somebody without a phone: they can be a member too."),
        error_messages={"max_length": WRONG, "null_characters_not_allowed": WRONG},
        widget=forms.TelInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )

    def clean_phone(self) -> str:
        typed: str = self.cleaned_data["phone"]
        try:
            return phones.normalise(typed) if typed else ""
        except phones.NotAMobile as error:
            raise forms.ValidationError(WRONG, code="not_a_mobile") from error

    def perform(self) -> str:
        data = self.cleaned_data
        candidacy = note_consent(
            self.candidacy, way=ConsentWay(data["way"]), phone=data["phone"], **self.given
        )
        return address_of_candidacy(candidacy)


class CheckForm(CandidacyForm):
    act = CandidacyAct.CHECK
    title = gettext_lazy("Checked: they can stand")
    explain = gettext_lazy(
        "You have looked: the person lives or works here, may sit on such a seat, and what was "
        "written about them can be shown to everybody."
    )
    button = gettext_lazy("Checked")
    done = gettext_lazy("Checked. Now the name can be posted.")

    def perform(self) -> str:
        return address_of_candidacy(check(self.candidacy, **self.given))


class PostForm(CandidacyForm):
    act = CandidacyAct.POST
    title = gettext_lazy("Post the name")
    button = gettext_lazy("Post it")
    done = gettext_lazy("Posted. Neighbours can object until then.")

    @property
    def explained(self) -> str:
        return _(
            "From now on everybody reads it here, and neighbours may object for %(days)d working "
            "days."
        ) % {"days": self.candidacy.council.posting_days}

    def perform(self) -> str:
        return address_of_candidacy(post(self.candidacy, **self.given))


class AnswerObjectionForm(CandidacyForm):
    act = CandidacyAct.ANSWER_OBJECTION
    title = gettext_lazy("Answer an objection")
    explain = gettext_lazy("Whoever objected is told, and reads your answer.")
    button = gettext_lazy("Send the answer")
    done = gettext_lazy("Answered.")

    objection = choice(gettext_lazy("Which objection"), ())
    answer = text_field(gettext_lazy("Your answer"), most=2000)

    def prepare(self) -> None:
        waiting = waiting_objections(self.candidacy)
        field = self.fields["objection"]
        assert isinstance(field, ChoiceField)
        field.choices = [
            (str(row.uid), _("{who}: {said}").format(who=row.by, said=row.text)) for row in waiting
        ]
        if len(waiting) == 1:
            field.initial = str(waiting[0].uid)

    def perform(self) -> str:
        data = self.cleaned_data
        candidacy = answer_objection(
            self.candidacy,
            objection=UUID(data["objection"]),
            answer=data["answer"],
            **self.given,
        )
        return address_of_candidacy(candidacy)


class RefuseForm(CandidacyForm):
    act = CandidacyAct.REFUSE
    is_next = False
    title = gettext_lazy("It can't be: say why")
    explain = gettext_lazy(
        "It ends here. The person and whoever recommended them read the reason; nobody else does."
    )
    button = gettext_lazy("End it with this reason")
    done = gettext_lazy("Ended; those concerned are told.")

    reason = text_field(gettext_lazy("Why it can't be"), rows=3, most=REASON)

    def perform(self) -> str:
        reason = self.cleaned_data["reason"]
        return address_of_candidacy(refuse(self.candidacy, reason=reason, **self.given))
