"""Write a talk on the spot down, in under a minute."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy

from accounts.forms.choices import ChoiceField, MultipleChoiceField
from acting.forms.fields import line, moment_field, text_field
from council.actions.meetings.record_talk import record_talk
from council.addresses import address_of_meeting
from council.enums.planning import MeetingAct
from council.forms.base import CouncilActForm
from council.forms.sittings.choices import chosen_venue, venue_choices
from council.inputs import TalkOnTheSpot
from council.models import Council
from council.queries.councils import members_as_of
from grids.codes import plain_code
from grids.queries.where import venue_by_code


def moment_in(words: str) -> datetime | None:
    """In an address; None for what is no moment."""
    try:
        return parse_datetime(words)
    except ValueError:
        return None


class TalkForm(CouncilActForm):
    act = MeetingAct.RECORD_TALK
    title = gettext_lazy("Write a talk down")
    explain = gettext_lazy(
        "For a talk on the spot that needed no call. What you write here is public: no names, no "
        "door numbers. Disputes and private matters are written down at the matter itself."
    )
    button = gettext_lazy("Write it down")
    done = gettext_lazy("Written down. It stands in the calendar.")
    fields_of_action = {
        "title": "name",
        "reference": "matter",
        "held_at": "began_at",
        "said": "note",
    }

    matter = line(
        gettext_lazy("Number of the matter"),
        most=40,
        required=False,
        help_text=gettext_lazy("As ZJD-2026-0042, or as it is said: 珠玑东 42 号"),
    )
    name = line(gettext_lazy("Or: what was it about?"), most=120, required=False)
    note = text_field(gettext_lazy("What was said, what was agreed?"), rows=4)
    party = line(
        gettext_lazy("With whom?"),
        most=60,
        required=False,
        help_text=gettext_lazy("Empty: with whoever raised the matter. Only inside is it read."),
    )
    members = MultipleChoiceField(
        label=gettext_lazy("Which members were there too?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    began_at = moment_field(gettext_lazy("When?"))
    minutes = forms.IntegerField(
        label=gettext_lazy("How many minutes?"),
        min_value=1,
        max_value=480,
        initial=20,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            gettext_lazy("A talk takes between 1 and 480 minutes."),
        ),
    )
    venue = ChoiceField(label=gettext_lazy("Where?"), required=False)
    place = line(gettext_lazy("Place, if it is none of these"), most=80, required=False)

    @property
    def council(self) -> Council:
        council: Council = self.context.subject.council
        return council

    @classmethod
    def initial_of(cls, asked: Mapping[str, str]) -> dict[str, Any]:
        """`?venue=ZJD01&matter=ZJD-2026-0042&began=2026-12-01T15:00`: from the venue's own page,
        the matter's, or where they sat down.
        """
        venue = venue_by_code(plain_code(asked.get("venue", "")))
        return {
            "venue": str(venue.pk) if venue else "",
            "matter": asked.get("matter", "")[:40],
            "began_at": moment_in(asked.get("began", "")),
        }

    def prepare(self) -> None:
        today = timezone.localdate(self.context.now)
        me = self.context.person.pk
        self.there = {
            str(member.person_id): member.person
            for member in members_as_of(self.council, today)
            if member.person_id != me
        }
        choices = [(key, str(person)) for key, person in self.there.items()]
        self.fields["members"].choices = choices  # type: ignore[attr-defined]
        self.fields["venue"].choices = venue_choices(self.council)  # type: ignore[attr-defined]
        if not choices:
            del self.fields["members"]

    def perform(self) -> str:
        data, now = self.cleaned_data, self.context.now
        minutes = data["minutes"]
        talk = TalkOnTheSpot(
            reference=data["matter"],
            title=data["name"],
            note=data["note"],
            party=data["party"],
            members=tuple(self.there[key] for key in data.get("members", ())),
            # Written down right after it.
            began_at=data["began_at"] or now - timedelta(minutes=minutes),
            minutes=minutes,
            venue=chosen_venue(self.council, data["venue"]),
            place=data["place"],
        )
        meeting = record_talk(self.council, actor=self.context.person, now=now, talk=talk)
        return address_of_meeting(meeting)
