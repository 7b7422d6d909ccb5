"""Forms about the agenda: what comes on it, in which order, what goes off, what people think."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.forms.words import WordsField
from acting.forms.fields import choice, day_field, line, text_field
from acting.refusals import Refused
from council.actions.agenda.accept_proposal import accept_proposal
from council.actions.agenda.order_agenda import order_agenda
from council.actions.agenda.postpone import postpone
from council.actions.agenda.put_off_proposal import put_off_proposal
from council.actions.agenda.put_on import put_on
from council.actions.agenda.say_opinion import say_opinion
from council.actions.agenda.take_off import take_off
from council.addresses import address_of_item, address_of_meeting
from council.enums.agenda import Stance
from council.enums.planning import MeetingAct
from council.forms.sittings.told import MeetingForm
from council.models import AgendaItem
from council.queries.agenda import lacks_of, matters
from council.queries.sitting import own_opinion
from issues.references import LONGEST


def minutes_field(initial: int) -> forms.IntegerField:
    wrong = dict.fromkeys(
        ("required", "invalid", "min_value", "max_value"),
        gettext_lazy("An item takes between 1 and 240 minutes."),
    )
    return forms.IntegerField(
        label=gettext_lazy("How many minutes?"),
        min_value=1,
        max_value=240,
        initial=initial,
        error_messages=wrong,
    )


class AboutItemForm(MeetingForm):
    """About one item or matter."""

    @property
    def about(self) -> UUID:
        about: UUID = self.context.subject.about
        return about

    @property
    def name_of_it(self) -> str:
        item = AgendaItem.objects.filter(meeting=self.meeting, uid=self.about).first()
        return item.title if item else ""

    @property
    def explained(self) -> str:
        if not self.name_of_it:
            return str(self.explain)
        return _("{who}: {said}").format(who=self.name_of_it, said=self.explain)


class ComesOn(MeetingForm):
    """Says at once what the item lacks for what its class asks."""

    item: AgendaItem | None = None

    @property
    def told(self) -> str:
        done = str(self.done)
        issue_id = self.item.issue_id if self.item else None
        missing = lacks_of(matters().get(pk=issue_id)) if issue_id else []
        if not missing:
            return done
        lacking = _(", ").join(str(lack.label) for lack in missing)
        return f"{done} " + _("Still missing before it can be decided: {lacks}.").format(
            lacks=lacking
        )


class PutOnForm(ComesOn):
    act = MeetingAct.PUT_ON
    title = gettext_lazy("Put an item on the agenda")
    explain = gettext_lazy(
        "A matter by its number, otherwise a title. Disputes between people and private matters "
        "never come on a public agenda."
    )
    button = gettext_lazy("Put it on")
    done = gettext_lazy("It is on the agenda.")

    matter = line(
        gettext_lazy("Number of the matter"),
        most=LONGEST,
        required=False,
        help_text=gettext_lazy("As ZJD-2026-0042, or as it is said: 珠玑东 42 号"),
    )
    name = line(gettext_lazy("Or: what is it about?"), most=120, required=False)
    minutes = minutes_field(10)
    fields_of_action = {"title": "name", "reference": "matter"}

    def perform(self) -> str:
        data = self.cleaned_data
        self.item = put_on(
            self.meeting,
            reference=data["matter"],
            title=data["name"],
            minutes=data["minutes"],
            **self.given,
        )
        return address_of_item(self.item)


class AcceptForm(AboutItemForm, ComesOn):
    act = MeetingAct.ACCEPT_PROPOSAL
    title = gettext_lazy("Take it onto the agenda")
    button = gettext_lazy("Take it onto the agenda")
    done = gettext_lazy("It is on the agenda.")

    minutes = minutes_field(15)

    def perform(self) -> str:
        self.item = accept_proposal(
            self.meeting, matter=self.about, minutes=self.cleaned_data["minutes"], **self.given
        )
        return address_of_item(self.item)


class PutOffForm(AboutItemForm):
    act = MeetingAct.PUT_OFF_PROPOSAL
    is_next = False
    title = gettext_lazy("Not before a later day")
    explain = gettext_lazy("Until that day is over the matter is not proposed to this council.")
    button = gettext_lazy("Put it off")
    done = gettext_lazy("Put off.")

    until = day_field(gettext_lazy("Until which day?"))

    def perform(self) -> str:
        until = self.cleaned_data["until"]
        put_off_proposal(self.meeting, matter=self.about, until=until, **self.given)
        return address_of_meeting(self.meeting, "proposals")


class TakeOffForm(AboutItemForm):
    act = MeetingAct.TAKE_OFF
    is_next = False
    title = gettext_lazy("Take it off the agenda")
    explain = gettext_lazy("What people said about it is kept.")
    button = gettext_lazy("Take it off")
    done = gettext_lazy("Taken off.")

    def perform(self) -> str:
        take_off(self.meeting, item=self.about, **self.given)
        return address_of_meeting(self.meeting, "agenda")


class PostponeForm(AboutItemForm):
    act = MeetingAct.POSTPONE
    is_next = False
    title = gettext_lazy("Put it off to a later day")
    explain = gettext_lazy("It is not talked over in this sitting.")
    button = gettext_lazy("Put it off")
    done = gettext_lazy("Put off.")

    until = day_field(gettext_lazy("Until which day?"))

    def perform(self) -> str:
        postpone(self.meeting, item=self.about, until=self.cleaned_data["until"], **self.given)
        return address_of_meeting(self.meeting, "agenda")


class OrderForm(MeetingForm):
    act = MeetingAct.ORDER_AGENDA
    title = gettext_lazy("Order the agenda")
    explain = gettext_lazy("What comes first is talked over first.")
    button = gettext_lazy("Save this order")
    done = gettext_lazy("The order is saved.")

    # "up:<uid>" or "down:<uid>" from a button that works without JavaScript.
    move = WordsField(required=False, widget=forms.HiddenInput)

    @property
    def order(self) -> list[UUID]:
        """As it was sent. Raises Refused for what names no item."""
        sent = self.data.getlist("order") if hasattr(self.data, "getlist") else []
        try:
            order = [UUID(one) for one in sent]
            way, _colon, about = self.cleaned_data["move"].partition(":")
            return moved(order, UUID(about), way) if way else order
        except ValueError:
            raise Refused(_("This page was incomplete. Look at it again.")) from None

    def perform(self) -> str:
        order_agenda(self.meeting, order=self.order, **self.given)
        if self.cleaned_data["move"]:
            return address_of_item_order(self.meeting.uid, self.cleaned_data["move"])
        return address_of_meeting(self.meeting, "agenda")


def moved(order: list[UUID], item: UUID, way: str) -> list[UUID]:
    """One place up or down; at the end it stays. Raises ValueError for an item that isn't there."""
    at = order.index(item)
    to = max(0, min(len(order) - 1, at + (-1 if way == "up" else 1)))
    rest = [one for one in order if one != item]
    return [*rest[:to], item, *rest[to:]]


def address_of_item_order(meeting: UUID, move: str) -> str:
    from django.urls import reverse

    return (
        reverse("council:sitting_order_agenda", args=[meeting]) + f"#item-{move.partition(':')[2]}"
    )


class OpinionForm(AboutItemForm):
    act = MeetingAct.OPINION
    title = gettext_lazy("Say what you think")
    explain = gettext_lazy(
        "Everybody sees how many are for and against it; your words are read only by who chairs "
        "and who writes it down. You can change it until the sitting, and say it anew afterwards."
    )
    button = gettext_lazy("Say it")
    done = gettext_lazy("Thank you. It is kept with the item.")

    stance = choice(gettext_lazy("What do you think of it?"), Stance.choices)
    words = text_field(gettext_lazy("Why?"), rows=3, most=400, required=False)

    def prepare(self) -> None:
        before = own_opinion(self.meeting, self.about, self.context.person)
        if before is not None:
            self.fields["stance"].initial = before.stance
            self.fields["words"].initial = before.words

    def perform(self) -> str:
        data = self.cleaned_data
        say_opinion(
            self.meeting,
            actor=self.context.person,
            now=self.context.now,
            item=self.about,
            stance=Stance(data["stance"]),
            words=data["words"],
        )
        return address_of_meeting(self.meeting, f"item-{self.about}")
