"""What a person tells about themselves, and their wish to be forgotten."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.actions.preferences import NAME_LENGTH
from accounts.forms.words import WordsField
from acting.forms.submission import SubmissionMixin
from grids.models import Building, Residence
from grids.queries.places import estates


class AboutMeForm(SubmissionMixin):
    """Both may stay empty; with an empty building the person prefers not to say."""

    name = WordsField(
        label=gettext_lazy("What may we call you?"),
        required=False,
        max_length=NAME_LENGTH,
        help_text=gettext_lazy("Auntie Zhang will do. Only those who work on your matter read it."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
        error_messages={"max_length": gettext_lazy("Please use a shorter name.")},
    )
    building = forms.ChoiceField(
        label=gettext_lazy("Which estate, which building do you live in?"),
        required=False,
        help_text=gettext_lazy("Then you need not say it each time. Nobody else sees it."),
        error_messages={"invalid_choice": gettext_lazy("Please choose a building of the list.")},
    )

    def __init__(self, *args: Any, home: Residence | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        near = home.building.grid.parent_id if home is not None else None
        places = estates(first_community=near)
        field = self.fields["building"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", _("I would rather not say")),
            *(
                (
                    _("{estate} ({community})").format(
                        estate=place.name, community=place.community
                    ),
                    [(str(b.id), b.label) for b in place.buildings],
                )
                for place in places
            ),
        ]

    def clean_building(self) -> Building | None:
        key: str = self.cleaned_data["building"]
        if not key:
            return None
        building = Building.objects.filter(pk=int(key), grid__active=True).first()
        if building is None:
            raise ValidationError(_("Please choose a building of the list."))
        return building


class EraseForm(SubmissionMixin):
    sure = forms.BooleanField(
        label=gettext_lazy("I have read it. Please forget me for good."),
        error_messages={"required": gettext_lazy("Please tick first that you are sure.")},
    )
