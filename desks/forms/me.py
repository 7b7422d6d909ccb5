"""What a person tells about themselves, and their wish to be forgotten."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from accounts.actions.preferences import NAME_LENGTH
from accounts.forms.words import WordsField
from acting.forms.submission import SubmissionMixin
from grids.models import Residence
from issues.forms.building import BuildingSteps
from issues.forms.steps import Around


class AboutMeForm(BuildingSteps, SubmissionMixin):
    """Both may stay empty; with an empty building the person prefers not to say."""

    which = gettext_lazy("Which estate, which building do you live in?")
    why = gettext_lazy("Then you need not say it each time. Nobody else sees it.")
    none = gettext_lazy("I would rather not say")

    name = WordsField(
        label=gettext_lazy("What may we call you?"),
        required=False,
        max_length=NAME_LENGTH,
        help_text=gettext_lazy("Auntie Zhang will do. Only those who work on your matter read it."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
        error_messages={"max_length": gettext_lazy("Please use a shorter name.")},
    )

    def __init__(self, *args: Any, around: Around, home: Residence | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.around = around
        self.choose(home.building if home is not None else None)


class EraseForm(SubmissionMixin):
    sure = forms.BooleanField(
        label=gettext_lazy("I have read it. Please forget me for good."),
        error_messages={"required": gettext_lazy("Please tick first that you are sure.")},
    )
