from django import forms
from django.utils.translation import gettext_lazy as _

from acting.forms.fields import choice, text_field
from issues.actions.call_back import call_back
from issues.enums.activity import Resolved, Satisfaction
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue

NOBODY = "nobody"


class CallBackForm(ActForm):
    act = Act.CALL_BACK
    title = _("Call back")
    explain = _("Ask whether it is solved, and write down the resident's own words.")
    button = _("Write the call down")
    done = _("The call is written down.")
    template_name_of_act = "issues/acts/judge.html"
    more = ("satisfaction", "look_above")
    more_label = _("More: how satisfied, the next level up")

    resolved = choice(
        _("What did the resident say?"), [*Resolved.choices, (NOBODY, _("Nobody answered"))]
    )
    note = text_field(_("In the resident's words"), rows=3, most=400, required=False)
    satisfaction = forms.ChoiceField(
        label=_("How satisfied"), required=False, choices=[("", "–"), *Satisfaction.choices]
    )
    look_above = forms.BooleanField(
        label=_("The resident wants the next level up to look at it"), required=False
    )

    def perform(self) -> Issue:
        data = self.cleaned_data
        reached = data["resolved"] != NOBODY
        said = data["satisfaction"]
        return call_back(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            resolved=Resolved(data["resolved"]) if reached else None,
            satisfaction=Satisfaction(said) if said and reached else None,
            note=data["note"],
            look_above=data["look_above"],
            seen=self.seen,
        )
