"""Commands about who is there."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.forms.choices import ChoiceField
from accounts.forms.words import WordsField
from council.actions.presence.apologise import apologise
from council.actions.presence.arrive import arrive
from council.actions.presence.join import join
from council.actions.presence.leave import leave
from council.actions.presence.walk_in import walk_in
from council.enums.meetings import Apology, RollStanding
from council.enums.table import TableAct
from council.forms.table.base import CommandForm, uid_field
from council.models import Meeting
from grids.codes import plain_code

GUESTS = [
    (standing.value, standing.label) for standing in RollStanding if standing != RollStanding.MEMBER
]


class Join(CommandForm):
    act = TableAct.JOIN
    code = WordsField(label=_("Code at the table"), max_length=20)

    def clean_code(self) -> str:
        return plain_code(str(self.cleaned_data["code"]))

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        join(meeting, **said, **self.given)


class Arrive(CommandForm):
    act = TableAct.ARRIVE
    roll = uid_field()

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        arrive(meeting, **said, **self.given)


class Leave(CommandForm):
    act = TableAct.LEAVE
    roll = uid_field(required=False)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        leave(meeting, **said, **self.given)


class WalkIn(CommandForm):
    act = TableAct.WALK_IN
    uid = uid_field()
    name = WordsField(label=_("Name"), max_length=60)
    standing = ChoiceField(
        label=_("As what"), choices=GUESTS, initial=RollStanding.RESIDENT, required=False
    )

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        walk_in(meeting, **said, **self.given)


class Apologise(CommandForm):
    act = TableAct.APOLOGISE
    roll = uid_field(required=False)
    apology = ChoiceField(label=_("Why"), choices=Apology.choices)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        apologise(meeting, **said, **self.given)


FORMS = (Join, Arrive, Leave, WalkIn, Apologise)
