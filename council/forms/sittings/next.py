"""Book the next sitting while this one ends, or as long as its minutes are not public."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.words import cut
from clocks.hours import SHANGHAI
from council.actions.meetings.plan_next import plan_next
from council.addresses import address_of_meeting
from council.enums.meetings import Manner
from council.enums.planning import MeetingAct
from council.forms.base import OfMeeting
from council.forms.sittings.choices import chosen_venue
from council.forms.sittings.plan import TimeAndPlaceForm
from council.inputs import Sent, SittingPlan
from council.models import Council
from council.presentation.agenda import title_of
from council.queries.meetings import councils_of
from council.queries.next_sitting import items_left, left_off, put_off_to
from council.queries.runners import who_goes_on

# Where nothing was put off to a day: two weeks later at the same time.
LATER = timedelta(days=14)


class NextForm(OfMeeting, TimeAndPlaceForm):
    """Suggests the day to which most was put off, the same time and the same place."""

    act = MeetingAct.NEXT
    title = gettext_lazy("Book the next sitting")
    done = gettext_lazy("Booked. Look at its agenda, then call it.")
    done_closing = gettext_lazy("The sitting is closed, and the next one is booked.")

    # What was listed as coming and did not come, by the names that may be said.
    left_off: Sequence[str] = ()

    @property
    def council(self) -> Council:
        return self.meeting.council

    @property
    def button(self) -> str:  # type: ignore[override]
        return _("Close this one and book the next") if self.closes else _("Book the next sitting")

    @property
    def closes(self) -> bool:
        return self.meeting.is_running

    @property
    def told(self) -> str:
        told = str(self.done_closing if self.closes else self.done)
        if not self.left_off:
            return told
        off = _("Not on its agenda, as it can't be put there now: {items}.")
        more = off.format(items=_(", ").join(self.left_off))
        return _("{sentence} {more}").format(sentence=told, more=more)

    @property
    def explained(self) -> str:
        """What closes, and which items are meant."""
        more = self._explained()
        if not self.closes:
            return more
        closed = _("The sitting is closed by the same press.")
        return _("{sentence} {more}").format(sentence=closed, more=more)

    def _explained(self) -> str:
        titles = [title_of(item) for item in items_left(self.meeting)]
        if not titles:
            return _("Nothing was put off. It is a draft until you call it.")
        taken = _(
            "Put off or not reached, so it comes on the agenda, unless it was put off to a later "
            "day: {items}. It is a draft until you call it."
        )
        return taken.format(items=_(", ").join(titles))

    def lengths(self) -> tuple[int, ...]:
        return tuple(sorted({*super().lengths(), self._minutes()}))

    def _minutes(self) -> int:
        return int((self.meeting.ends_at - self.meeting.starts_at).total_seconds() // 60)

    def prepare(self) -> None:
        super().prepare()
        meeting = self.meeting
        self.fields["name"].initial = cut(meeting.council.name, 80)
        self.fields["starts_at"].initial = self._suggested()
        self.fields["minutes"].initial = self._minutes()
        self.fields["venue"].initial = meeting.venue_id or ""
        self.fields["place"].initial = meeting.place

    def _suggested(self) -> datetime:
        began, today = (
            timezone.localtime(self.meeting.starts_at),
            timezone.localdate(self.context.now),
        )
        days = Counter(
            day for item in items_left(self.meeting) if (day := put_off_to(item)) > today
        )
        usual = max(began.date(), today) + LATER
        # Of days that as many were put off to, the first.
        day = min(days, key=lambda one: (-days[one], one), default=usual)
        return datetime.combine(day, began.time(), SHANGHAI)

    @property
    def plan(self) -> SittingPlan:
        data, now = self.cleaned_data, self.context.now
        meeting, together = self.meeting, councils_of(self.meeting)
        starts_at = data["starts_at"]
        chair, recorder = who_goes_on(meeting, together, day=timezone.localdate(starts_at), now=now)
        return SittingPlan(
            title=data["name"],
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=data["minutes"]),
            venue=chosen_venue(self.council, data["venue"]),
            place=data["place"],
            manner=Manner(meeting.manner),
            chair=chair,
            recorder=recorder,
            councils=tuple(together[1:]),
        )

    def perform(self) -> str:
        subject = self.context.subject
        following = plan_next(
            self.meeting,
            actor=self.context.person,
            now=self.context.now,
            plan=self.plan,
            sent=Sent(uid=self.submission_key, device=subject.device),
        )
        self.left_off = [title_of(item) for item in left_off(self.meeting, following)]
        return address_of_meeting(self.meeting if self.closes else following)
