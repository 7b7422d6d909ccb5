"""The sittings of the demo that were held: each is told among the stories, at its own time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial

from django.utils import timezone

from accounts.models import User
from clocks.hours import SHANGHAI
from clocks.queries.calendar import current_calendar
from council.actions.agenda.put_on import put_on
from council.actions.meetings.call_meeting import call_meeting
from council.actions.meetings.change import change
from council.actions.meetings.convene import convene
from council.actions.meetings.remind_meetings import remind_meetings
from council.actions.pledges.accept import accept
from council.actions.pledges.decline import decline
from council.enums.meetings import MeetingState
from council.inputs import SittingPlan
from council.models import Council, Meeting, Pledge
from council.queries.pledges import due_at
from demo.seeds.council_data import COMMUNITY, GRID
from demo.seeds.holding import ChairTablet
from demo.seeds.minutes import publish_minutes, write_minutes
from demo.seeds.people import SeededPeople
from demo.seeds.place_data import NUMERALS
from demo.seeds.sitting_data import HELD, AskedBody, HeldSitting, Talked
from demo.telling.teller import Teller
from grids.enums import Role
from grids.models import Venue
from issues.enums.matter import Visibility
from issues.models import Issue

AFTERNOON = time(15, 0)
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)
LENGTH = timedelta(minutes=90)
# Where each council meets; two grids together sit where there is room.
VENUES = {GRID: "ZJD-1", COMMUNITY: "ZJD-6"}
TOGETHER = "ZJD-2"


def tell_sittings(teller: Teller, *, small: bool = False) -> None:
    """`small`: those of the last month, which the tour reads."""
    for held in [one for one in HELD if one.months == 1] if small else HELD:
        _Sitting(teller, held, begins_of(held, teller.until)).plan()


def begins_of(held: HeldSitting, now: datetime) -> datetime:
    if not held.months:
        return afternoon(now - held.ago * DAY)
    first = timezone.localdate(now).replace(day=1)
    for _month in range(held.months):
        first = (first - DAY).replace(day=1)
    return _afternoon_of(first.replace(day=held.day))


def afternoon(moment: datetime) -> datetime:
    """Three o'clock on that day, or on the working day before it."""
    return _afternoon_of(timezone.localdate(moment))


def _afternoon_of(day: date) -> datetime:
    calendar = current_calendar()
    while not calendar.is_working(day):
        day -= DAY
    return datetime.combine(day, AFTERNOON, SHANGHAI)


def named(title: str, begins: datetime) -> str:
    """A monthly sitting is called after its month."""
    month = f"{NUMERALS[timezone.localtime(begins).month - 1]}月"
    return f"{month}{title}" if title.startswith("例会") else title


def runners(code: str, people: SeededPeople, *, together: bool = False) -> tuple[User, User]:
    """Who is in the chair, and who writes it down."""
    if code == COMMUNITY:
        return people.hand(code, Role.LEAD), people.hand(code, Role.STAFF)
    recorder = people.hand(TOGETHER if together else code, Role.GRID_WORKER)
    return people.hand(code, Role.GRID_HEAD), recorder


def remind(now: datetime) -> None:
    """As the worker does it each minute."""
    remind_meetings(now=now)


@dataclass(slots=True)
class _Sitting:
    """One that is called, held and written down, each at its moment."""

    teller: Teller
    held: HeldSitting
    begins: datetime
    meeting: Meeting | None = None

    @property
    def people(self) -> SeededPeople:
        return self.teller.people

    def plan(self) -> None:
        called = self.begins - self.held.called_ahead * DAY
        self.teller.at(called, self._call)
        if self.held.put_off:
            self.teller.at(self.begins - (self.held.put_off + 1) * DAY, self._put_off)
        self.teller.at(self.begins - DAY + MINUTE, remind)
        self.teller.at(self.begins, self._hold)
        self.teller.at(self.begins + 3 * HOUR, partial(self._answer, yes=True))
        self.teller.at(self.begins + DAY, partial(self._answer, yes=False))
        self.teller.at(self.begins + DAY + HOUR, self._write)

    def _plan(self, begins: datetime) -> SittingPlan:
        held, together = self.held, bool(self.held.joined)
        chair, recorder = runners(held.council, self.people, together=together)
        venue = TOGETHER if together else VENUES[held.council]
        return SittingPlan(
            title=named(held.title, self.begins),
            starts_at=begins,
            ends_at=begins + LENGTH,
            venue=Venue.objects.filter(grid__code=venue).order_by("pk").first(),
            chair=chair,
            recorder=recorder,
            councils=tuple(Council.objects.filter(body__code__in=held.joined)),
        )

    @property
    def _convener(self) -> User:
        """Whoever may convene all of its councils."""
        if self.held.joined:
            return self.people.hand(COMMUNITY, Role.LEAD)
        return runners(self.held.council, self.people)[0]

    def _call(self, now: datetime) -> None:
        council = Council.objects.select_related("body__parent").get(body__code=self.held.council)
        first, who = self.begins - self.held.put_off * DAY, self._convener
        self.meeting = convene(council, actor=who, now=now, plan=self._plan(first))
        for item in self.held.items:
            reference = self._reference(item)
            title = "" if reference else item.title
            put_on(self.meeting, actor=who, now=now, reference=reference, title=title, minutes=20)
        call_meeting(self.meeting, actor=who, now=now, reason="日子是早就说好的")

    def _reference(self, item: Talked) -> str:
        """Of its matter, once everybody may read that; otherwise the title stands for it."""
        key = self.teller.told.get(item.story)
        issue = Issue.objects.filter(pk=key, visibility=Visibility.PUBLIC).first() if key else None
        return issue.reference if issue else ""

    def _put_off(self, now: datetime) -> None:
        """Everybody is told again."""
        assert self.meeting is not None
        change(self.meeting, actor=self._convener, now=now, plan=self._plan(self.begins))

    def _hold(self, now: datetime) -> None:
        assert self.meeting is not None
        chair, _recorder = runners(self.held.council, self.people)
        ChairTablet(self.meeting, chair, now).hold(self._as_far_as_known())

    def _as_far_as_known(self) -> HeldSitting:
        """Nobody is asked to do a part of what is no matter."""
        items = [
            item
            if item.decided is None or self._reference(item)
            else replace(item, decided=replace(item.decided, asked=()))
            for item in self.held.items
        ]
        return replace(self.held, items=items)

    def _answer(self, now: datetime, *, yes: bool) -> None:
        """Those who take it on do so at once, the others a day later."""
        for one in _asked(self.held.items):
            pledge = Pledge.objects.filter(
                resolution__item__meeting=self.meeting, body__code=one.body, answered_at=None
            ).first()
            if pledge is None or yes == bool(one.answer):
                continue
            who = self.people.named[one.by]
            if yes:
                accept(pledge, actor=who, now=now, assent=due_at(pledge).isoformat())
            else:
                decline(pledge, actor=who, now=now, reason=one.answer)

    def _write(self, now: datetime) -> None:
        """The recorder finishes and signs; the chair too where they are published."""
        assert self.meeting is not None
        assert self.meeting.chair is not None
        assert self.meeting.recorder is not None
        row = Meeting.objects.get(pk=self.meeting.pk)
        assert row.state == MeetingState.CLOSED
        chair, recorder = self.meeting.chair, self.meeting.recorder
        if self.held.published:
            publish_minutes(row, chair=chair, recorder=recorder, now=now)
        else:
            write_minutes(row, recorder=recorder, now=now)


def _asked(items: Sequence[Talked]) -> list[AskedBody]:
    return [one for item in items if item.decided for one in item.decided.asked]
