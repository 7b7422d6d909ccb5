"""Ballots on paper in a secret vote: who takes one, and what two tellers counted."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from council.forms.table.base import uid_field
from council.forms.table.votes import MOST
from council.order.majority import Count


class PaperForm(forms.Form):
    """`back`: they hand it back."""

    roll = uid_field()
    back = forms.BooleanField(required=False)


class PaperCountForm(forms.Form):
    yes = forms.IntegerField(label=_("For"), min_value=0, max_value=MOST)
    no = forms.IntegerField(label=_("Against"), min_value=0, max_value=MOST)
    abstain = forms.IntegerField(label=_("Abstain"), min_value=0, max_value=MOST)
    invalid = forms.IntegerField(label=_("Spoilt"), min_value=0, max_value=MOST)
    teller_one = forms.UUIDField(label=_("Counts"))
    teller_two = forms.UUIDField(label=_("Watches"))

    @property
    def count(self) -> Count:
        said = self.cleaned_data
        return Count(said["yes"], said["no"], said["abstain"], said["invalid"])
