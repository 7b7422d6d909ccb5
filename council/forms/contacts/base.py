"""Base of the forms about the contacts of one member."""

from __future__ import annotations

from accounts.forms.choices import ChoiceField
from council.forms.base import CouncilActForm
from council.forms.fields import BuildingForm
from council.models import CouncilMember
from council.queries.contacts import ContactsSubject
from grids.models import Building


class ContactForm(CouncilActForm):
    @property
    def subject(self) -> ContactsSubject:
        subject: ContactsSubject = self.context.subject
        return subject

    def prepare_council(self) -> None:
        """Asked only of who sits in several."""
        field = self.fields["council"]
        assert isinstance(field, ChoiceField)
        terms = self.subject.terms
        field.choices = [(str(term.pk), term.council.name) for term in terms]
        field.initial = str(terms[0].pk) if terms else None
        if len(terms) < 2:
            del self.fields["council"]

    @property
    def term(self) -> CouncilMember:
        chosen = self.cleaned_data.get("council")
        terms = {str(term.pk): term for term in self.subject.terms}
        return terms[chosen] if chosen else next(iter(terms.values()))


class ContactPlaceForm(BuildingForm, ContactForm):
    def prepare_place(self, chosen: Building | None = None) -> None:
        """The buildings for which the councils sit; a matter may also be about another place."""
        self.prepare_building([term.council.body for term in self.subject.terms])
        self.choose(chosen)
