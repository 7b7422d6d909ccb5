"""What the community's lead does, as its party committee decided."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from acting.forms.fields import day_field
from council.actions.candidacies.appoint import appoint
from council.actions.candidacies.confirm import confirm
from council.addresses import address_of_candidacy, address_of_member
from council.enums.members import CandidacyAct
from council.forms.candidacies.base import CandidacyForm


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
        return address_of_candidacy(confirm(self.candidacy, met_on=met_on, **self.given))


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
        return address_of_member(appoint(self.candidacy, first_day=first_day, **self.given))
