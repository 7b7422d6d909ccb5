"""Whom a member means to see."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.forms.choices import ChoiceField
from acting.forms.fields import choice, text_field
from council.actions.contacts.drop_plan import drop_plan
from council.actions.contacts.plan_month import plan_month
from council.addresses import address_of_contacts
from council.enums.contacts import ContactAct
from council.forms.contacts.base import ContactForm, ContactPlaceForm
from council.order.contacts import MOST, next_month


class PlanForm(ContactPlaceForm):
    act = ContactAct.PLAN
    title = gettext_lazy("Whom do you mean to see?")
    explain = gettext_lazy("Only you read this list. Nobody counts, and nothing is owed.")
    button = gettext_lazy("Put them on the list")
    done = gettext_lazy("They stand on your list.")
    which = gettext_lazy("All in one building?")
    none = gettext_lazy("In several, or I don't say")
    field_order = ("households", "building", "month", "council")

    households = text_field(
        gettext_lazy("One household on each line"),
        rows=5,
        most=MOST * 42,
        help_text=gettext_lazy("As you know them, as “3-2-401” or “the tailor's”."),
    )
    month = choice(gettext_lazy("For which month?"), ())
    council = choice(gettext_lazy("For which council?"), ())

    def prepare(self) -> None:
        first = self.subject.this_month
        months = self.fields["month"]
        assert isinstance(months, ChoiceField)
        months.choices = [
            (first.isoformat(), _("this month")),
            (next_month(first).isoformat(), _("next month")),
        ]
        months.initial = first.isoformat()
        self.prepare_council()
        self.prepare_place()

    def perform(self) -> str:
        data, first = self.cleaned_data, self.subject.this_month
        plan_month(
            self.term,
            month=first if data["month"] == first.isoformat() else next_month(first),
            households=data["households"].splitlines(),
            building=self.at_building,
            **self.given,
        )
        return address_of_contacts()


class DropForm(ContactForm):
    act = ContactAct.DROP
    is_next = False
    title = gettext_lazy("Take it off the list")
    button = gettext_lazy("Take it off")
    done = gettext_lazy("Taken off.")

    def perform(self) -> str:
        assert self.subject.plan is not None
        drop_plan(self.subject.plan, actor=self.context.person)
        return address_of_contacts()
