"""What the candidate and their neighbours say of a candidacy."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from acting.forms.fields import text_field
from council.actions.candidacies.consent import consent
from council.actions.candidacies.object import object_to
from council.actions.candidacies.second import second
from council.actions.candidacies.withdraw import withdraw
from council.addresses import address_of_candidacy
from council.enums.members import CandidacyAct
from council.forms.candidacies.base import CandidacyForm


class SecondForm(CandidacyForm):
    act = CandidacyAct.SECOND
    title = gettext_lazy("Second it")
    explain = gettext_lazy("You say that you too want this person in the council.")
    button = gettext_lazy("Second it")
    done = gettext_lazy("Thank you, you stand by it.")

    def perform(self) -> str:
        return address_of_candidacy(second(self.candidacy, **self.given))


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
        return address_of_candidacy(consent(self.candidacy, **self.given))


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
        return address_of_candidacy(object_to(self.candidacy, text=text, **self.given))


class WithdrawForm(CandidacyForm):
    act = CandidacyAct.WITHDRAW
    is_next = False
    title = gettext_lazy("Take it back")
    explain = gettext_lazy("The candidacy ends. It can be begun anew later.")
    button = gettext_lazy("Take it back")
    done = gettext_lazy("Taken back.")

    def perform(self) -> str:
        return address_of_candidacy(withdraw(self.candidacy, **self.given))
