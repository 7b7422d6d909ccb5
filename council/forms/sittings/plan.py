"""Plan a sitting, or plan it anew."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy

from accounts.forms.choices import ChoiceField, MultipleChoiceField, TypedChoiceField
from acting.forms.fields import choice, line, moment
from clocks.words import duration_words
from council.actions.meetings.change import change
from council.actions.meetings.convene import convene
from council.addresses import address_of_meeting
from council.enums.meetings import Manner
from council.enums.planning import MeetingAct
from council.forms.base import CouncilActForm, OfMeeting
from council.forms.sittings.choices import (
    chosen_person,
    chosen_venue,
    other_councils,
    own_venue,
    person_choices,
    venue_choices,
)
from council.inputs import SittingPlan
from council.models import Council
from council.queries.meetings import councils_of
from council.queries.runners import who_chairs, who_records

LENGTHS = (30, 45, 60, 90, 120, 150, 180, 240)
USUAL = 60


class TimeAndPlaceForm(CouncilActForm):
    """What is asked of every sitting that is planned."""

    fields_of_action = {"ends_at": "minutes", "title": "name"}

    name = line(gettext_lazy("Title of the sitting"), most=80)
    starts_at = moment(gettext_lazy("When does it begin?"))
    minutes = TypedChoiceField(label=gettext_lazy("How long?"), coerce=int)
    venue = ChoiceField(label=gettext_lazy("Where?"), required=False)
    place = line(
        gettext_lazy("Place, if it is none of these, or more about it"), most=80, required=False
    )

    @property
    def council(self) -> Council:
        council: Council = self.context.subject.council
        return council

    def prepare(self) -> None:
        self.fields["minutes"].choices = [  # type: ignore[attr-defined]
            (length, duration_words(timedelta(minutes=length))) for length in self.lengths()
        ]
        self.fields["minutes"].initial = USUAL
        self.fields["venue"].choices = venue_choices(self.council)  # type: ignore[attr-defined]

    def lengths(self) -> tuple[int, ...]:
        return LENGTHS


class PlanForm(TimeAndPlaceForm):
    """With who runs it and how."""

    manner = choice(gettext_lazy("How is it talked?"), Manner.choices, initial=Manner.FAMILY)
    chair = ChoiceField(
        label=gettext_lazy("Who chairs?"),
        required=False,
        help_text=gettext_lazy(
            "Not somebody who reported a matter that comes up, or carries it out."
        ),
    )
    recorder = ChoiceField(label=gettext_lazy("Who writes it down?"), required=False)
    councils = MultipleChoiceField(
        label=gettext_lazy("Which councils sit in it too?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def sitting_together(self) -> list[Council]:
        return [self.council]

    def prepare(self) -> None:
        super().prepare()
        now = self.context.now
        day = timezone.localdate(now)
        together = self.sitting_together()
        self.people = {
            name: asked(together, day=day, now=now)
            for name, asked in (("chair", who_chairs), ("recorder", who_records))
        }
        for name, people in self.people.items():
            self.fields[name].choices = person_choices(people)  # type: ignore[attr-defined]
        self.others = other_councils(self.council, self.context.viewer, together[1:])
        if self.others:
            choices = [(key, one.name) for key, one in self.others.items()]
            self.fields["councils"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["councils"]

    @property
    def plan(self) -> SittingPlan:
        data = self.cleaned_data
        return SittingPlan(
            title=data["name"],
            starts_at=data["starts_at"],
            ends_at=data["starts_at"] + timedelta(minutes=data["minutes"]),
            venue=chosen_venue(self.council, data["venue"]),
            place=data["place"],
            manner=Manner(data["manner"]),
            chair=chosen_person(self.people["chair"], data["chair"]),
            recorder=chosen_person(self.people["recorder"], data["recorder"]),
            councils=tuple(self.others[key] for key in data.get("councils", ())),
        )


class ConveneForm(PlanForm):
    """Suggests the venue of the grid, and whoever plans it in the chair."""

    act = MeetingAct.CONVENE
    title = gettext_lazy("Plan a sitting")
    explain = gettext_lazy(
        "Nobody is told yet: first put on the agenda what it is about, then call it."
    )
    button = gettext_lazy("Go on to the agenda")
    done = gettext_lazy("Planned. Now put something on the agenda, then call it.")

    def prepare(self) -> None:
        super().prepare()
        here = own_venue(self.council)
        self.fields["venue"].initial = str(here.pk) if here else ""
        me = str(self.context.person.pk)
        chairs = dict(self.fields["chair"].choices)  # type: ignore[attr-defined]
        self.fields["chair"].initial = me if me in chairs else ""

    def perform(self) -> str:
        meeting = convene(
            self.council, actor=self.context.person, now=self.context.now, plan=self.plan
        )
        return address_of_meeting(meeting)


class ChangeForm(OfMeeting, PlanForm):
    act = MeetingAct.CHANGE
    title = gettext_lazy("Change the sitting")
    explain = gettext_lazy(
        "Where it is called already and moves to another time or place, everybody is told again."
    )
    button = gettext_lazy("Save")
    done = gettext_lazy("Changed.")

    reason = line(
        gettext_lazy("Moved to an earlier time: why can't it wait?"), most=200, required=False
    )

    @property
    def council(self) -> Council:
        return self.meeting.council

    def sitting_together(self) -> list[Council]:
        return councils_of(self.meeting)

    def lengths(self) -> tuple[int, ...]:
        return tuple(sorted({*LENGTHS, self._minutes()}))

    def _minutes(self) -> int:
        return int((self.meeting.ends_at - self.meeting.starts_at).total_seconds() // 60)

    def prepare(self) -> None:
        super().prepare()
        meeting = self.meeting
        given = {
            "name": meeting.title,
            "starts_at": meeting.starts_at,
            "minutes": self._minutes(),
            "venue": meeting.venue_id or "",
            "place": meeting.place,
            "manner": meeting.manner,
            "chair": meeting.chair_id or "",
            "recorder": meeting.recorder_id or "",
            "councils": [str(one.pk) for one in self.sitting_together()[1:]],
        }
        for name, value in given.items():
            if name in self.fields:
                self.fields[name].initial = value
        if not meeting.called_at:
            del self.fields["reason"]

    def perform(self) -> str:
        change(
            self.meeting,
            actor=self.context.person,
            now=self.context.now,
            plan=self.plan,
            seen=self.seen,
            reason=self.cleaned_data.get("reason", ""),
        )
        return address_of_meeting(self.meeting)
