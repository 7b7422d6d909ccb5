"""The same form for workers, who write an issue down for someone or for a hotline."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.forms.words import WordsField
from acting.forms.fields import MomentField
from issues.enums.matter import Source
from issues.forms.raise_matter import RaiseForm
from issues.inputs import NewMatter

SOURCES = [Source.WRITTEN_DOWN, Source.HOTLINE, Source.CONTACT]


class WriteDownForm(RaiseForm):
    """Names the person it is about, who must have agreed."""

    source = forms.ChoiceField(
        choices=[(source.value, source.label) for source in SOURCES],
        initial=Source.WRITTEN_DOWN,
        label=gettext_lazy("How it came"),
    )
    outside_number = WordsField(
        label=gettext_lazy("Number at the hotline"), required=False, max_length=40
    )
    outside_due_at = MomentField(
        label=gettext_lazy("Date the hotline set"),
        required=False,
        help_text=gettext_lazy("This date governs; our own clock only reminds."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        spoken_for = self.fields["for_someone_else"]
        spoken_for.initial = True
        spoken_for.label = _("A resident said it; I write it down for them")

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("source") == Source.HOTLINE and not data.get("outside_number"):
            self.add_error("outside_number", _("Write the number the hotline gave it."))
        if data.get("for_someone_else") and not (
            data.get("contact_phone") or "contact_phone" in self.errors
        ):
            self.add_error("contact_phone", _("Write a number under which they can be reached."))
        return data

    def matter(self) -> NewMatter:
        data = self.cleaned_data
        return replace(
            super().matter(),
            source=Source(data["source"]),
            outside_number=data["outside_number"],
            outside_due_at=data["outside_due_at"],
        )
