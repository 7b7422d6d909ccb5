from __future__ import annotations

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from acting.forms.fields import choice, text_field
from issues.actions.name_lead import name_lead
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue
from issues.queries.serving import Candidate, serving


class NameLeadForm(ActForm):
    act = Act.NAME_LEAD
    title = _("Name the lead")
    explain = _("Its clock starts when you press. Who joins has the same time.")
    button = _("Name the lead")
    done = _("Named; the bodies and the resident will be told.")
    untold = _("Named; the bodies will be told.")
    template_name_of_act = "issues/acts/name_lead.html"

    body = choice(_("Who leads"), ())
    joint = forms.MultipleChoiceField(
        label=_("Who joins"), required=False, widget=forms.CheckboxSelectMultiple
    )
    reason = text_field(_("Why, in a sentence"), rows=2, most=400, required=False)

    def prepare(self) -> None:
        choices = [(str(one.body.pk), one.body.display_name) for one in self.candidates]
        # A dispute is confided to nobody beside the lead.
        if self.context.issue.is_dispute:
            del self.fields["joint"]
        for name in {"body", "joint"} & self.fields.keys():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices
        competent = [one for one in self.candidates if one.answers_for]
        if len(competent) == 1:
            self.fields["body"].initial = str(competent[0].body.pk)

    @cached_property
    def candidates(self) -> list[Candidate]:
        return serving(self.context.issue)

    def perform(self) -> Issue:
        bodies = {str(one.body.pk): one.body for one in self.candidates}
        data = self.cleaned_data
        return name_lead(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            body=bodies[data["body"]],
            joint=[bodies[key] for key in data.get("joint", [])],
            reason=data["reason"],
            seen=self.seen,
        )
