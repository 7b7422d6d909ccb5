"""Four steps: say it, show it, say where, send. The rest is folded."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.choices import CallableChoiceIterator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.phones import NotAMobile, normalise
from acting.forms.submission import SubmissionMixin
from grids.models import Building, Category, Venue
from grids.queries.places import EstateChoice, estates
from grids.queries.where import venue_by_code
from issues.enums import Source, SpeaksAs
from issues.forms.photos import PhotosForm
from issues.inputs import LONGEST, Matter
from issues.origins import Origin, invitation_of


class RaiseForm(SubmissionMixin, PhotosForm):
    """From a poster, `venue` is the place; otherwise a building must be chosen."""

    danger = forms.BooleanField(
        required=False, label=gettext_lazy("Water is leaking, the power is out, there is danger")
    )
    text = forms.CharField(
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
    building = forms.CharField(
        label=gettext_lazy("Which estate, which building?"), max_length=9, widget=forms.Select
    )
    venue = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)
    place_note = forms.CharField(
        label=gettext_lazy("Where exactly?"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Staircase, floor, door. Only staff see it."),
    )
    title = forms.CharField(label=gettext_lazy("A short title"), required=False, max_length=60)
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
    shop_name = forms.CharField(
        label=gettext_lazy("Name of the shop"), required=False, max_length=40
    )
    for_someone_else = forms.BooleanField(
        required=False, label=gettext_lazy("I say it for someone else")
    )
    contact_name = forms.CharField(label=gettext_lazy("Their name"), required=False, max_length=40)
    contact_phone = forms.CharField(
        label=gettext_lazy("Their phone number"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    consent_noted = forms.BooleanField(
        required=False, label=gettext_lazy("They know and agree that I say it for them")
    )
    # What asked for it, where something did.
    call = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    named = forms.BooleanField(
        required=False, label=gettext_lazy("Write my name beside the idea once it is public")
    )
    private_wish = forms.BooleanField(
        required=False, label=gettext_lazy("Keep it private: only staff may read it")
    )

    def __init__(self, *args: Any, home: Building | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        near = home.grid.parent_id if home is not None else None
        field = self.fields["building"]
        assert isinstance(field.widget, forms.Select)
        # All buildings are needed only to draw the page; a form that arrives names one.
        field.widget.choices = CallableChoiceIterator(
            lambda: _choices(estates(first_community=near))
        )
        field.required = not (self.data.get("venue") or self.initial.get("venue"))
        field.error_messages["required"] = _("Say where it is: estate and building.")
        category = self.fields["category"]
        assert isinstance(category, forms.ModelChoiceField)
        category.queryset = Category.objects.filter(active=True)

    def clean_contact_phone(self) -> str:
        typed: str = self.cleaned_data["contact_phone"].strip()
        try:
            return normalise(typed) if typed else ""
        except NotAMobile as error:
            raise ValidationError(_("Please enter an 11-digit mobile number.")) from error

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.at_venue = _venue(data.get("venue", ""))
        self.invitation = invitation_of(data.get("call", "")) if data.get("call") else None
        if data.get("call") and self.invitation is None:
            over = _("This call is over. Send it once more, and it is raised as a usual matter.")
            self.add_error(None, over)
        self.at_building = _building(data.get("building", ""))
        if self.at_building is None and self.at_venue is None and "building" not in self.errors:
            self.add_error("building", _("Say where it is: estate and building."))
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

    def matter(self) -> Matter:
        """The matter, once the form is valid."""
        data = self.cleaned_data
        merchant = data["speaks_as"] == SpeaksAs.MERCHANT
        other = data["for_someone_else"]
        return Matter(
            text=data["text"],
            building=self.at_building,
            venue=self.at_venue,
            place_note=data["place_note"],
            latitude=data["latitude"],
            longitude=data["longitude"],
            title=data["title"],
            category=data["category"],
            danger=data["danger"],
            private_wish=data["private_wish"],
            source=Source.POSTER if self.at_venue is not None else Source.WEB,
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


def _choices(places: list[EstateChoice]) -> list[Any]:
    groups: list[Any] = [("", _("Please choose"))]
    for place in places:
        label = f"{place.name}（{place.community}）"
        groups.append((label, [(str(b.id), b.label) for b in place.buildings]))
    return groups


def _venue(code: str) -> Venue | None:
    return venue_by_code(code) if code else None


def _building(key: str) -> Building | None:
    if not key.isdecimal():
        return None
    around = Building.objects.select_related("grid__parent__schedule", "estate")
    return around.filter(pk=int(key), grid__active=True).first()
