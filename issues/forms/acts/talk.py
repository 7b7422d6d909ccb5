"""The fields of a talk, even one of two people on a doorstep."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from acting.forms.fields import choice, line, moment_field
from grids.models import Venue
from grids.queries.places import venues
from issues.enums.activity import DeliberationKind
from issues.forms.acts.public_words import PublicWordsForm
from issues.inputs import Talk

KINDS = [(kind.value, kind.label) for kind in DeliberationKind if kind != DeliberationKind.SITTING]


class TalkForm(PublicWordsForm):
    """Who took part, where and when; two people are enough."""

    more_label = _("More: when if not just now, who, where")

    kind = choice(_("How you talked"), KINDS)
    participants = line(
        _("Who took part"),
        most=300,
        required=False,
        help_text=_("Names are read only by those who work on it."),
    )
    # Nothing of a talk is chosen beforehand: what nobody told must not get on the record.
    head_count = forms.IntegerField(
        label=_("How many people, you included"),
        min_value=2,
        max_value=2000,
        error_messages={"required": _("Please say how many you were.")},
    )
    held_at = moment_field(_("When"))
    venue = forms.ChoiceField(label=_("At which place to talk"), required=False)
    place = line(_("Or where"), most=80, required=False)

    def prepare(self) -> None:
        self.venues: list[Venue] = venues(under=self.context.issue.community)
        field = self.fields["venue"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", _("None of these")),
            *[(str(v.pk), v.display_name) for v in self.venues],
        ]

    def talk_of(self, **more: Any) -> Talk:
        data = self.cleaned_data
        return Talk(
            kind=DeliberationKind(data["kind"]),
            held_at=data["held_at"],
            venue=next((v for v in self.venues if str(v.pk) == data["venue"]), None),
            place=data["place"],
            participants=data["participants"],
            head_count=data["head_count"],
            **more,
        )
