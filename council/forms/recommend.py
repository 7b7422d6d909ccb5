"""Recommend a neighbour, or oneself."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from accounts.forms.choices import ChoiceField
from acting.forms.fields import choice, line, text_field
from council.actions.candidacies.recommend import Recommendation, recommend
from council.addresses import address_of_candidacy
from council.enums.members import CandidacyAct, SeatKind
from council.forms.fields import BuildingForm
from council.models.candidacies import REASON


class RecommendForm(BuildingForm):
    act = CandidacyAct.RECOMMEND
    title = gettext_lazy("Recommend somebody for the council")
    explain = gettext_lazy(
        "Neighbours second it, the community asks the person and checks, then the name is posted. "
        "What you write is shown to everybody once it is posted."
    )
    button = gettext_lazy("Recommend")
    done = gettext_lazy("Thank you. Now neighbours can second it.")
    which = gettext_lazy("Where do they live?")
    none = gettext_lazy("I don't know")
    field_order = ("myself", "name", "kind", "building", "good_standing", "ability", "warmth")

    myself = forms.BooleanField(label=gettext_lazy("I recommend myself"), required=False)
    name = line(gettext_lazy("Name of the person"), most=40)
    kind = choice(gettext_lazy("As what would they sit?"), SeatKind.choices)
    good_standing = text_field(
        gettext_lazy("Standing: why do neighbours listen to them?"), rows=2, most=REASON
    )
    ability = text_field(gettext_lazy("Ability: what are they good at?"), rows=2, most=REASON)
    warmth = text_field(gettext_lazy("Warmth: how do they treat people?"), rows=2, most=REASON)

    def prepare(self) -> None:
        council = self.context.subject.council
        kinds = self.fields["kind"]
        assert isinstance(kinds, ChoiceField)
        kinds.choices = [(seat.kind, seat.get_kind_display()) for seat in council.seats.all()]
        self.prepare_building([council.body])

    def perform(self) -> str:
        data = self.cleaned_data
        recommendation = Recommendation(
            kind=data["kind"],
            name=data["name"],
            building=self.at_building,
            good_standing=data["good_standing"],
            ability=data["ability"],
            warmth=data["warmth"],
            myself=data["myself"],
        )
        candidacy = recommend(
            self.context.subject.council,
            actor=self.context.person,
            now=self.context.now,
            recommendation=recommendation,
        )
        return address_of_candidacy(candidacy)
