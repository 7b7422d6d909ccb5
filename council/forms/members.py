"""The forms about a member's term."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from acting.forms.fields import day_field, line, text_field
from council.actions.members.excuse import excuse
from council.actions.members.recall import recall
from council.actions.members.renew import renew
from council.actions.members.resign import resign
from council.addresses import address_of_member
from council.enums.members import MemberAct
from council.forms.base import CouncilActForm
from council.models import CouncilMember
from council.models.candidacies import REASON


class MemberForm(CouncilActForm):
    @property
    def member(self) -> CouncilMember:
        member: CouncilMember = self.context.subject.member
        return member


class ExcuseForm(MemberForm):
    act = MemberAct.EXCUSE
    title = _("Ask leave")
    explain = _(
        "Sittings on these days are not counted as missed. The reason is read by the staff only."
    )
    button = _("Ask leave")
    done = _("Noted: away on these days.")

    first_day = day_field(_("First day"))
    last_day = day_field(_("Last day"))
    reason = line(_("Why"), most=200, required=False)

    def perform(self) -> str:
        data = self.cleaned_data
        excuse(
            self.member,
            first_day=data["first_day"],
            last_day=data["last_day"],
            reason=data["reason"],
            **self.given,
        )
        return address_of_member(self.member)


class RenewForm(MemberForm):
    act = MemberAct.RENEW
    title = _("Renew the term")
    explain = _("Another term follows right after this one, as the party committee decided.")
    button = _("Renew")
    done = _("Renewed. The member is told.")

    met_on = day_field(_("On which day did the committee decide it?"))

    def perform(self) -> str:
        renew(self.member, met_on=self.cleaned_data["met_on"], **self.given)
        return address_of_member(self.member)


class ResignForm(MemberForm):
    act = MemberAct.RESIGN
    is_next = False
    title = _("Resign")
    explain = _("Today is your last day as a member. What you did stays on the record.")
    button = _("Resign")
    done = _("You have resigned. Thank you for all you did.")

    def perform(self) -> str:
        return address_of_member(resign(self.member, **self.given))


class RecallForm(MemberForm):
    act = MemberAct.RECALL
    is_next = False
    title = _("Recall")
    explain = _("Today is the person's last day as a member. They and the staff read the reason.")
    button = _("Recall")
    done = _("Recalled. The person is told.")

    met_on = day_field(_("On which day did the committee decide it?"))
    reason = text_field(_("Why"), rows=3, most=REASON)

    def perform(self) -> str:
        data = self.cleaned_data
        member = recall(self.member, met_on=data["met_on"], reason=data["reason"], **self.given)
        return address_of_member(member)


MEMBER_FORMS: dict[str, type[MemberForm]] = {
    MemberAct(form.act): form for form in (ExcuseForm, RenewForm, ResignForm, RecallForm)
}
