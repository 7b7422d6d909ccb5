"""The forms about the calendar of a venue."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from acting.forms.fields import HourField, day_field, line
from acting.refusals import Refused
from clocks.hours import SHANGHAI
from council.actions.venues.book import book
from council.actions.venues.cancel_booking import cancel_booking
from council.actions.venues.move_booking import move_booking
from council.addresses import address_of_calendar
from council.enums.bookings import BookingAct
from council.forms.base import CouncilActForm
from council.models import Booking
from council.order.bookings import Time


def time_field(label: Any) -> HourField:
    widget = forms.TimeInput(attrs={"type": "time", "step": "300"}, format="%H:%M")
    wrong = dict.fromkeys(("required", "invalid"), _("Please give the time, as 19:30."))
    return HourField(label=label, widget=widget, error_messages=wrong)


class TimeForm(CouncilActForm):
    """A day and two times of it; 00:00 as the end is midnight."""

    day = day_field(_("Day"))
    begins = time_field(_("From"))
    ends = time_field(_("Until"))

    def during(self) -> Time:
        data = self.cleaned_data
        day, last = data["day"], data["day"]
        if data["ends"] == time() and day < date.max:
            last = day + timedelta(days=1)
        return _moment(day, data["begins"]), _moment(last, data["ends"])


def _moment(day: date, clock: time) -> datetime:
    moment = datetime.combine(day, clock, SHANGHAI)
    if not date.min + timedelta(days=2) < day < date.max - timedelta(days=2):
        raise Refused(_("Please give the day."), field="day")
    return moment


class BookForm(TimeForm):
    act = BookingAct.BOOK
    title = _("Book this place")
    explain = _("Everybody reads on the calendar that it is taken, and for what.")
    button = _("Book it")
    done = _("Booked. It stands on the calendar.")

    purpose = line(
        _("For what?"), most=60, help_text=_("Everybody reads it: no names of people, please.")
    )

    def prepare(self) -> None:
        tomorrow = timezone.localdate(self.context.now) + timedelta(days=1)
        self.fields["day"].initial = tomorrow
        self.fields["begins"].initial = time(19)
        self.fields["ends"].initial = time(21)

    def suggest(self, asked: str) -> None:
        """`asked` is a day as the calendar writes it; anything else is left aside."""
        try:
            self.fields["day"].initial = date.fromisoformat(asked)
        except ValueError:
            return

    def perform(self) -> str:
        begins, ends = self.during()
        context = self.context
        row = book(
            context.subject.venue,
            actor=context.person,
            now=context.now,
            begins=begins,
            ends=ends,
            purpose=self.cleaned_data["purpose"],
        )
        return address_of_calendar(context.subject.venue, row.begins)


class BookingForm(CouncilActForm):
    tells_seen = True

    @property
    def booking(self) -> Booking:
        booking: Booking = self.context.subject.booking
        return booking


class MoveForm(BookingForm, TimeForm):
    act = BookingAct.MOVE
    title = _("Move the booking")
    explain = _("The old time is free for others at once.")
    button = _("Change the time")
    done = _("The time is changed.")

    def prepare(self) -> None:
        begins, ends = (timezone.localtime(at) for at in (self.booking.begins, self.booking.ends))
        self.fields["day"].initial = begins.date()
        self.fields["begins"].initial = begins.time()
        self.fields["ends"].initial = ends.time()

    def perform(self) -> str:
        begins, ends = self.during()
        row = move_booking(self.booking, begins=begins, ends=ends, **self.given)
        return address_of_calendar(self.context.subject.venue, row.begins)


class CancelForm(BookingForm):
    act = BookingAct.CANCEL
    is_next = False
    title = _("Cancel the booking")
    explain = _("The place is free for others at once.")
    button = _("Cancel the booking")
    done = _("Cancelled. The place is free again.")

    def perform(self) -> str:
        row = cancel_booking(self.booking, **self.given)
        return address_of_calendar(self.context.subject.venue, row.begins)


BOOKING_FORMS: dict[str, type[BookingForm]] = {
    BookingAct.MOVE: MoveForm,
    BookingAct.CANCEL: CancelForm,
}
