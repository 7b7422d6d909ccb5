from __future__ import annotations

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from acting.forms.fields import NOT_CHOSEN, text_field
from issues.actions.join import join
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue
from issues.queries.serving import Candidate, serving


class JoinForm(ActForm):
    act = Act.JOIN
    title = _("Ask a body to join")
    explain = _("It has the same time as the body that leads.")
    button = _("Ask it to join")
    done = _("Asked to join; it will be told what its part is.")

    body = forms.ChoiceField(label=_("Who joins"), error_messages=NOT_CHOSEN)
    reason = text_field(_("What its part is"), rows=2, most=400)

    def prepare(self) -> None:
        field = self.fields["body"]
        assert isinstance(field, forms.ChoiceField)
        held = {turn.body_id for turn in self.context.dossier.turns if turn.left_at is None}
        field.choices = [("", _("Choose"))] + [
            (str(one.body.pk), one.body.display_name)
            for one in self.candidates
            if one.body.pk not in held
        ]

    @cached_property
    def candidates(self) -> list[Candidate]:
        return serving(self.context.issue)

    def perform(self) -> Issue:
        bodies = {str(one.body.pk): one.body for one in self.candidates}
        return join(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            body=bodies[self.cleaned_data["body"]],
            reason=self.cleaned_data["reason"],
            seen=self.seen,
        )
