from __future__ import annotations

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from acting.forms.fields import NOT_CHOSEN
from issues.actions.assign import assign
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue
from issues.queries.colleagues import colleagues_at
from issues.queries.own_turns import own_turns


class AssignForm(ActForm):
    act = Act.ASSIGN
    title = _("Say who sees to it")
    explain = _("One of your body, so that two don't do the same. The others may still act.")
    button = _("So be it")
    done = _("Whoever it falls to will be told.")

    to = forms.ChoiceField(label=_("Who sees to it"), error_messages=NOT_CHOSEN)

    def prepare(self) -> None:
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Choose"))] + [
            (str(user.pk), user.name or str(user)) for user in self.colleagues.values()
        ]

    @cached_property
    def colleagues(self) -> dict[str, User]:
        """By key: those who work at the body for which the action takes the person to act."""
        mine = own_turns(self.context.dossier.turns, self.context.standing)
        if not mine:
            return {}
        found = colleagues_at(mine[0].body, now=self.context.now)
        return {str(user.pk): user for user in found if user.pk != mine[0].assignee_id}

    def perform(self) -> Issue:
        return assign(
            self.context.issue,
            actor=self.context.person,
            now=self.context.now,
            to=self.colleagues[self.cleaned_data["to"]],
            seen=self.seen,
        )
