"""The forms on the way to a seat."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts import phones
from accounts.forms.phone import WRONG
from acting.forms.fields import choice, day_field, text_field
from council.actions.candidacies.answer_objection import answer_objection
from council.actions.candidacies.appoint import appoint
from council.actions.candidacies.check import check
from council.actions.candidacies.confirm import confirm
from council.actions.candidacies.consent import consent
from council.actions.candidacies.note_consent import note_consent
from council.actions.candidacies.object import object_to
from council.actions.candidacies.post import post
from council.actions.candidacies.refuse import refuse
from council.actions.candidacies.second import second
from council.actions.candidacies.withdraw import withdraw
from council.addresses import address_of_candidacy, address_of_member
from council.enums.members import CandidacyAct, ConsentWay
from council.forms.base import CouncilActForm
from council.models.candidacies import REASON
from council.queries.candidacies import waiting_objections

WAYS = [(way.value, way.label) for way in ConsentWay if way != ConsentWay.HERE]


class CandidacyForm(CouncilActForm):
    """Most of them do one thing to the candidacy and lead back to its page."""

    def given(self) -> dict[str, Any]:
        """What every action asks for."""
        return {"actor": self.context.person, "now": self.context.now, "seen": self.seen}

    @property
    def candidacy(self) -> Any:
        return self.context.subject.candidacy


class SecondForm(CandidacyForm):
    act = CandidacyAct.SECOND
    title = gettext_lazy("Second it")
    explain = gettext_lazy("You say that you too want this person in the council.")
    button = gettext_lazy("Second it")
    done = gettext_lazy("Thank you, you stand by it.")

    def perform(self) -> str:
        return address_of_candidacy(second(self.candidacy, **self.given()))


class ConsentForm(CandidacyForm):
    act = CandidacyAct.CONSENT
    title = gettext_lazy("Agree to stand")
    explain = gettext_lazy(
        "Your name, your building and what was written about you are shown to everybody once the "
        "community has checked and posts it. You can take it back at any time."
    )
    button = gettext_lazy("I agree to stand")
    done = gettext_lazy("Thank you. The community checks it next.")

    def perform(self) -> str:
        return address_of_candidacy(consent(self.candidacy, **self.given()))


class NoteConsentForm(CandidacyForm):
    act = CandidacyAct.NOTE_CONSENT
    title = gettext_lazy("Note that the person agrees")
    explain = gettext_lazy(
        "Ask the person first: their name and what was written about them will be posted."
    )
    button = gettext_lazy("The person agrees")
    done = gettext_lazy("Noted.")

    way = choice(gettext_lazy("How they agreed"), WAYS)
    phone = forms.CharField(
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
            self.candidacy, way=ConsentWay(data["way"]), phone=data["phone"], **self.given()
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
        return address_of_candidacy(check(self.candidacy, **self.given()))


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
        return address_of_candidacy(post(self.candidacy, **self.given()))


class ObjectForm(CandidacyForm):
    act = CandidacyAct.OBJECT
    title = gettext_lazy("Object")
    explain = gettext_lazy(
        "Only the community's staff read it, with your name. They answer you before anything is "
        "decided."
    )
    button = gettext_lazy("Send the objection")
    done = gettext_lazy("Your objection has arrived. The community answers you.")

    text = text_field(gettext_lazy("Why should this person not sit in the council?"), most=2000)

    def perform(self) -> str:
        text = self.cleaned_data["text"]
        return address_of_candidacy(object_to(self.candidacy, text=text, **self.given()))


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
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(row.uid), f"{row.by}：{row.text}") for row in waiting]
        if len(waiting) == 1:
            field.initial = str(waiting[0].uid)

    def perform(self) -> str:
        data = self.cleaned_data
        candidacy = answer_objection(
            self.candidacy,
            objection=UUID(data["objection"]),
            answer=data["answer"],
            **self.given(),
        )
        return address_of_candidacy(candidacy)


class ConfirmForm(CandidacyForm):
    act = CandidacyAct.CONFIRM
    title = gettext_lazy("The committee confirmed it")
    explain = gettext_lazy(
        "The community's party committee has met after the posting and confirmed the person."
    )
    button = gettext_lazy("Confirmed")
    done = gettext_lazy("Confirmed. Now a term can begin.")

    met_on = day_field(gettext_lazy("On which day did the committee meet?"))

    def perform(self) -> str:
        met_on = self.cleaned_data["met_on"]
        return address_of_candidacy(confirm(self.candidacy, met_on=met_on, **self.given()))


class AppointForm(CandidacyForm):
    act = CandidacyAct.APPOINT
    title = gettext_lazy("Appoint for a term")
    button = gettext_lazy("Appoint")
    done = gettext_lazy("Appointed. The person is told by text message.")

    first_day = day_field(gettext_lazy("First day of the term"))

    def prepare(self) -> None:
        self.fields["first_day"].initial = timezone.localdate(self.context.now)

    @property
    def explained(self) -> str:
        return _("The term lasts %(months)d months.") % {
            "months": self.candidacy.council.term_months
        }

    def perform(self) -> str:
        first_day = self.cleaned_data["first_day"]
        return address_of_member(appoint(self.candidacy, first_day=first_day, **self.given()))


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
        return address_of_candidacy(refuse(self.candidacy, reason=reason, **self.given()))


class WithdrawForm(CandidacyForm):
    act = CandidacyAct.WITHDRAW
    is_next = False
    title = gettext_lazy("Take it back")
    explain = gettext_lazy("The candidacy ends. It can be begun anew later.")
    button = gettext_lazy("Take it back")
    done = gettext_lazy("Taken back.")

    def perform(self) -> str:
        return address_of_candidacy(withdraw(self.candidacy, **self.given()))


CANDIDACY_FORMS: dict[CandidacyAct, type[CandidacyForm]] = {
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
