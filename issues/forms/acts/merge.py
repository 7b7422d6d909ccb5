from __future__ import annotations

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from acting.forms.fields import line
from acting.refusals import Refused
from issues.actions.merge import merge
from issues.enums.acts import Act
from issues.forms.acts.base import ActForm
from issues.models import Issue
from issues.queries.merging import into_candidates, into_named
from issues.references import LONGEST


class MergeForm(ActForm):
    act = Act.MERGE
    title = _("Handle it with another")
    explain = _("The resident and all who met the same are carried over and told.")
    explain_untold = _(
        "All who met the same are carried over and told. Whoever raised it has no account: please "
        "tell them by phone."
    )
    button = _("Merge")
    done = _("Merged; everyone concerned will be told.")
    untold = _("Merged.")
    more = ("reference",)
    more_label = _("None of these: give its number")

    into = forms.ChoiceField(
        label=_("With which"),
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("That one takes in no more. Choose another one.")},
    )
    reference = line(
        _("Another one, by its number"),
        most=LONGEST,
        required=False,
        help_text=_("As printed on the receipt: ZJD-2026-0042"),
    )

    def prepare(self) -> None:
        field = self.fields["into"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (other.reference, f"{other.public_title} · {other.reference}")
            for other in self.candidates
        ]
        if not self.candidates:
            del self.fields["into"]

    @cached_property
    def candidates(self) -> list[Issue]:
        return into_candidates(self.context.issue)

    def perform(self) -> Issue:
        data = self.cleaned_data
        wanted = data.get("reference") or data.get("into")
        field = "reference" if data.get("reference") or "into" not in self.fields else "into"
        if not wanted:
            raise Refused(gettext("Choose the matter it is handled with."), field=field)
        into = into_named(self.context.issue, wanted)
        if into is None:
            raise Refused(gettext("Choose another matter of the same community."), field=field)
        return merge(
            self.context.issue,
            into=into,
            actor=self.context.person,
            now=self.context.now,
            seen=self.seen,
        )
