"""Base of the forms about the contacts of one member."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from council.forms.base import CouncilActForm
from council.forms.fields import building_choices
from council.models import CouncilMember
from council.queries.contacts import ContactsSubject
from grids.queries.places import estates

WRONG_BUILDING = {"invalid_choice": gettext_lazy("Please choose a building of the list.")}


class ContactForm(CouncilActForm):
    @property
    def subject(self) -> ContactsSubject:
        subject: ContactsSubject = self.context.subject
        return subject

    def prepare_council(self) -> None:
        """Asked only of who sits in several."""
        field = self.fields["council"]
        assert isinstance(field, forms.ChoiceField)
        terms = self.subject.terms
        field.choices = [(str(term.pk), term.council.name) for term in terms]
        field.initial = str(terms[0].pk) if terms else None
        if len(terms) < 2:
            del self.fields["council"]

    def prepare_building(self, empty: str, *, with_places: bool = False) -> None:
        """The buildings for which the councils sit; a matter may also be about another place."""
        field = self.fields["building"]
        assert isinstance(field, forms.ChoiceField)
        paths = {term.council.body.path: term.council.body for term in self.subject.terms}
        # A grid's buildings are among its community's.
        widest = [body for path, body in paths.items() if not _inside(path, paths)]
        places = [
            place for body in widest for place in estates(under=body, with_places=with_places)
        ]
        field.choices = building_choices(places, empty)

    @property
    def term(self) -> CouncilMember:
        chosen = self.cleaned_data.get("council")
        terms = {str(term.pk): term for term in self.subject.terms}
        return terms[chosen] if chosen else next(iter(terms.values()))


def _inside(path: str, paths: Any) -> bool:
    return any(path != other and path.startswith(other) for other in paths)
