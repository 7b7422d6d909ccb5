"""What a member notes of a contact, and what becomes of it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.forms.choices import ChoiceField
from acting.forms.fields import NOT_NOW, choice, moment, text_field
from council.actions.contacts.forget_contact import forget_contact
from council.actions.contacts.raise_from_contact import raise_from_contact
from council.actions.contacts.write_contact import NewContact, write_contact
from council.addresses import address_of_contacts
from council.enums.contacts import ContactAct, ContactWay
from council.forms.contacts.base import ContactForm, ContactPlaceForm
from council.models import ContactPlan
from council.models.contacts import OPINION
from grids.enums import Offered
from issues.addresses import address_of_receipt
from issues.inputs import LONGEST


class WriteForm(ContactPlaceForm):
    act = ContactAct.WRITE
    title = gettext_lazy("Write down a contact")
    explain = gettext_lazy("Only you read it, and you can delete it at any time.")
    button = gettext_lazy("Write it down")
    done = gettext_lazy("Written down.")
    which = gettext_lazy("Which building?")
    none = gettext_lazy("As planned, or I don't say")
    field_order = ("plan", "way", "opinion", "raises", "building", "council", "held_at")

    plan = ChoiceField(label=gettext_lazy("With whom?"), required=False)
    way = choice(gettext_lazy("How?"), ContactWay.choices, initial=ContactWay.DOOR)
    opinion = text_field(
        gettext_lazy("What did they say?"),
        rows=3,
        most=OPINION,
        required=False,
        help_text=gettext_lazy("Without names and doors, if it is to become a matter."),
    )
    raises = forms.BooleanField(label=gettext_lazy("Raise it as a matter at once"), required=False)
    council = choice(gettext_lazy("For which council?"), ())
    held_at = moment(NOT_NOW, required=False)

    def prepare(self) -> None:
        plans = self.fields["plan"]
        assert isinstance(plans, ChoiceField)
        plans.choices = [
            *((str(plan.uid), label_of(plan)) for plan in self._plans()),
            ("", _("Somebody else")),
        ]
        plans.initial = str(self.subject.plan.uid) if self.subject.plan else ""
        self.prepare_council()
        self.prepare_place()

    def _plans(self) -> list[ContactPlan]:
        owed, chosen = self.subject.owed, self.subject.plan
        if chosen is not None and chosen.pk not in {plan.pk for plan in owed}:
            return [chosen, *owed]
        return owed

    def _plan(self) -> ContactPlan | None:
        key = self.cleaned_data["plan"]
        return next((plan for plan in self._plans() if key and plan.uid == UUID(key)), None)

    def perform(self) -> str:
        data, plan = self.cleaned_data, self._plan()
        held = NewContact(
            way=ContactWay(data["way"]),
            at=data["held_at"],
            opinion=data["opinion"],
            building=self.at_building,
            raises=data["raises"],
        )
        contact = write_contact(
            plan.member if plan else self.term, plan=plan, held=held, **self.given
        )
        return address_of_receipt(contact.issue) if contact.issue else address_of_contacts()


def label_of(plan: ContactPlan) -> str:
    return f"{plan.label} · {plan.building}" if plan.building else plan.label


class RaiseContactForm(ContactPlaceForm):
    act = ContactAct.RAISE
    title = gettext_lazy("Raise it as a matter")
    explain = gettext_lazy(
        "It is raised in your name, and you are told what becomes of it. The household is not "
        "named: leave out names and doors."
    )
    button = gettext_lazy("Raise it")
    done = gettext_lazy("Raised. You are told what becomes of it.")
    which = gettext_lazy("Where is it?")
    offered = Offered.PLACES
    needs_building = True
    field_order = ("text", "building")

    text = text_field(gettext_lazy("What is the matter?"), rows=4, most=LONGEST)

    def prepare(self) -> None:
        contact = self.subject.contact
        assert contact is not None
        self.fields["text"].initial = contact.opinion
        self.prepare_place(contact.building)

    def perform(self) -> str:
        data, contact = self.cleaned_data, self.subject.contact
        assert contact is not None
        issue = raise_from_contact(
            contact,
            text=data["text"],
            building=self.at_building,
            **self.given,
        )
        return address_of_receipt(issue)


class ForgetForm(ContactForm):
    act = ContactAct.FORGET
    is_next = False
    title = gettext_lazy("Delete the note")
    explain = gettext_lazy(
        "What was said is gone then. A matter that was raised out of it goes its own way."
    )
    button = gettext_lazy("Delete the note")
    done = gettext_lazy("Deleted.")

    def perform(self) -> str:
        assert self.subject.contact is not None
        forget_contact(self.subject.contact, actor=self.context.person)
        return address_of_contacts()
