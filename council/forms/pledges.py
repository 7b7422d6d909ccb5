"""The forms with which a body answers what it was asked for."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from acting.forms.fields import text_field
from council.actions.pledges.accept import accept
from council.actions.pledges.decline import decline
from council.addresses import address_of_pledge
from council.enums.decisions import PledgeAct
from council.forms.base import CouncilActForm
from council.models import Pledge


class PledgeForm(CouncilActForm):
    @property
    def pledge(self) -> Pledge:
        pledge: Pledge = self.context.subject.pledge
        return pledge


class AcceptForm(PledgeForm):
    act = PledgeAct.ACCEPT
    title = _("We do it by then")
    explain = _(
        "It becomes a promise of your body on this matter, with this date: everybody sees it, and "
        "the clock runs."
    )
    button = _("Promise it")
    done = _("Promised.")

    def perform(self) -> str:
        pledge = accept(
            self.pledge,
            actor=self.context.person,
            now=self.context.now,
            assent=self.assented,
        )
        return address_of_pledge(pledge)


class DeclineForm(PledgeForm):
    act = PledgeAct.DECLINE
    title = _("We can't")
    explain = _("The council and the level above are told, with your reason.")
    button = _("Send the reason")
    done = _("The council was told.")
    is_next = False

    reason = text_field(_("Why not"), most=400)

    def perform(self) -> str:
        decline(
            self.pledge,
            actor=self.context.person,
            now=self.context.now,
            reason=self.cleaned_data["reason"],
        )
        return address_of_pledge(self.pledge)


PLEDGE_FORMS: dict[str, type[PledgeForm]] = {form.act: form for form in (AcceptForm, DeclineForm)}
