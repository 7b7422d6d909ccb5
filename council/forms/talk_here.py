"""就在这儿谈: the venue is taken from this moment on, and the talk written down when it is over."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from accounts.forms.choices import TypedChoiceField
from clocks.dates import time_words
from clocks.words import duration_words
from council.actions.venues.talk_here import talk_here
from council.addresses import address_of_talk_here
from council.enums.bookings import BookingAct
from council.forms.base import CouncilActForm
from council.order.bookings import Time, from_now_on
from council.queries.bookings import bookings_between, free_to_talk, is_there, taken_words
from grids.models import Venue

LENGTHS = (15, 30, 45, 60, 90, 120)
USUAL = 30


class TalkHereForm(CouncilActForm):
    act = BookingAct.TALK_HERE
    title = gettext_lazy("Talk here now")
    explain = gettext_lazy(
        "Needs no notice and no call: you and one party are enough. The place is yours from now "
        "on. What was said you write down on the next page, now or when you are done."
    )
    button = gettext_lazy("Sit down and begin")
    done = gettext_lazy("The place is yours until {time}. Write down here what is said.")
    fields_of_action = {"begins": "minutes", "ends": "minutes"}

    minutes = TypedChoiceField(label=gettext_lazy("How long, about?"), coerce=int)

    @cached_property
    def _until(self) -> str:
        return time_words(self._from_now()[1])

    @property
    def is_next(self) -> bool:  # type: ignore[override]
        """Where somebody else sits, going elsewhere is."""
        return not self.taken

    @property
    def venue(self) -> Venue:
        venue: Venue = self.context.subject.venue
        return venue

    def prepare(self) -> None:
        self.fields["minutes"].choices = [  # type: ignore[attr-defined]
            (length, duration_words(timedelta(minutes=length))) for length in LENGTHS
        ]
        self.fields["minutes"].initial = USUAL

    @cached_property
    def taken(self) -> str:
        """Until when somebody else sits there; empty where it is theirs, or free for so long."""
        if is_there(self.venue, self.context.person, now=self.context.now):
            return ""
        begins, ends = self._from_now()
        is_taken = bookings_between(self.venue, begins, ends)
        return taken_words(self.venue, begins, ends) if is_taken else ""

    @cached_property
    def elsewhere(self) -> list[dict[str, str]]:
        """What is free for as long, of the same community."""
        if not self.taken:
            return []
        return [
            {"name": one.display_name, "url": address_of_talk_here(one)}
            for one in free_to_talk(self.venue, self.context.subject.viewer, *self._from_now())
        ]

    def _from_now(self) -> Time:
        asked = self.data.get("minutes", "") if self.is_bound else ""
        minutes = int(asked) if asked in map(str, LENGTHS) else USUAL
        return from_now_on(self.context.now, minutes=minutes)

    @property
    def told(self) -> str:
        """Who has it already has it for no longer than before, however long they chose."""
        return str(self.done).format(time=self._until)

    def perform(self) -> str:
        booked = talk_here(self.venue, minutes=self.cleaned_data["minutes"], **self.given)
        self._until = time_words(booked.ends)
        began = timezone.localtime(booked.begins).strftime("%Y-%m-%dT%H:%M")
        query = urlencode({"venue": self.venue.code, "began": began})
        return f"{reverse('council:record_talk')}?{query}"
