"""Four steps: say it, show it, say where, send. The rest is folded."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.forms.words import WordsField
from accounts.phones import NotANumber, normalise_to_call
from acting.forms.submission import SubmissionMixin
from grids.models import Category
from issues.enums.matter import Source, SpeaksAs
from issues.forms.photos import PhotosForm
from issues.forms.steps import Around
from issues.forms.where import WhereForm
from issues.inputs import LONGEST, NewMatter
from issues.origins import Origin, invitation_of


class RaiseForm(SubmissionMixin, WhereForm, PhotosForm):
    """From a poster, `venue` is the place; otherwise one is chosen, or none can be said."""

    danger = forms.BooleanField(
        required=False, label=gettext_lazy("Water is leaking, the power is out, there is danger")
    )
    text = WordsField(
        label=gettext_lazy("What is the matter?"),
        widget=forms.Textarea(attrs={"rows": 5, "maxlength": LONGEST}),
        max_length=LONGEST,
        error_messages={
            "required": gettext_lazy("Say what it is about, in your own words."),
            "max_length": gettext_lazy("Please keep it under 4,000 characters."),
            "null_characters_not_allowed": gettext_lazy(
                "There is a character in it we can't keep."
            ),
        },
    )
    title = WordsField(label=gettext_lazy("A short title"), required=False, max_length=60)
    category = forms.ModelChoiceField(
        queryset=Category.objects.none(),
        required=False,
        label=gettext_lazy("What is it about?"),
        empty_label=gettext_lazy("Please choose"),
    )
    latitude = forms.DecimalField(
        required=False,
        min_value=-90,
        max_value=90,
        max_digits=8,
        decimal_places=5,
        widget=forms.HiddenInput,
    )
    longitude = forms.DecimalField(
        required=False,
        min_value=-180,
        max_value=180,
        max_digits=8,
        decimal_places=5,
        widget=forms.HiddenInput,
    )
    speaks_as = forms.ChoiceField(
        choices=SpeaksAs.choices,
        initial=SpeaksAs.RESIDENT,
        required=False,
        label=gettext_lazy("I speak as"),
        widget=forms.RadioSelect,
    )
    shop_name = WordsField(label=gettext_lazy("Name of the shop"), required=False, max_length=40)
    for_someone_else = forms.BooleanField(
        required=False, label=gettext_lazy("I say it for someone else")
    )
    contact_name = WordsField(label=gettext_lazy("Their name"), required=False, max_length=40)
    contact_phone = WordsField(
        label=gettext_lazy("Their phone number"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("A mobile, or a landline with its extension."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    consent_noted = forms.BooleanField(
        required=False, label=gettext_lazy("They know and agree that I say it for them")
    )
    # What asked for it, where something did.
    call = WordsField(required=False, max_length=40, widget=forms.HiddenInput)
    named = forms.BooleanField(
        required=False, label=gettext_lazy("Write my name beside the idea once it is public")
    )
    private_wish = forms.BooleanField(
        required=False, label=gettext_lazy("Keep it private: only staff may read it")
    )

    def __init__(self, *args: Any, around: Around, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.around = around
        category = self.fields["category"]
        assert isinstance(category, forms.ModelChoiceField)
        category.queryset = Category.objects.filter(active=True)

    def clean_contact_phone(self) -> str:
        typed: str = self.cleaned_data["contact_phone"]
        try:
            return normalise_to_call(typed) if typed else ""
        except NotANumber as error:
            sentence = _("Enter a mobile number, or a landline such as 0533-7180123-801.")
            raise ValidationError(sentence) from error

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.invitation = invitation_of(data.get("call", "")) if data.get("call") else None
        if data.get("call") and self.invitation is None:
            over = _("This call is over. Send it once more, and it is raised as a usual matter.")
            self.add_error(None, over)
        if data.get("for_someone_else"):
            if not data.get("contact_name"):
                self.add_error("contact_name", _("Write the name of the person it is about."))
            if not data.get("consent_noted"):
                self.add_error(
                    "consent_noted", _("Ask the person first, then tick that they agree.")
                )
        if data.get("speaks_as") == SpeaksAs.MERCHANT and not data.get("shop_name"):
            self.add_error("shop_name", _("Write the name of the shop."))
        return data

    def matter(self) -> NewMatter:
        """The matter, once the form is valid."""
        data = self.cleaned_data
        merchant = data["speaks_as"] == SpeaksAs.MERCHANT
        other = data["for_someone_else"]
        return NewMatter(
            text=data["text"],
            building=self.at_building,
            venue=self.at_venue,
            grid=self.at_grid,
            estate=self.at_estate,
            spot=self.at_spot,
            place_note=data["place_note"],
            latitude=data["latitude"],
            longitude=data["longitude"],
            title=data["title"],
            category=data["category"],
            danger=data["danger"],
            private_wish=data["private_wish"],
            source=Source.POSTER if self.by_poster else Source.WEB,
            speaks_as=SpeaksAs.MERCHANT if merchant else SpeaksAs.RESIDENT,
            shop_name=data["shop_name"] if merchant else "",
            for_someone_else=other,
            consent_noted=data["consent_noted"] if other else False,
            contact_name=data["contact_name"] if other else "",
            contact_phone=data["contact_phone"] if other else "",
            photos=self.uploads,
        )

    def origin(self) -> Origin | None:
        """What asked for the matter of a valid form."""
        if self.invitation is None:
            return None
        return self.invitation.origin(self.cleaned_data["named"])

    def typed(self) -> dict[str, Any]:
        """What was typed, unchanged, for the draft; `kept` names the photos."""
        values = {name: self.data.get(self.add_prefix(name)) for name in self.fields}
        values.pop("photos")
        return {**values, "kept": self.kept_tokens}
