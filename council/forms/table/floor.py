"""Commands about the floor."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.forms.choices import ChoiceField
from accounts.forms.words import WordsField
from council.actions.floor.ask import ask
from council.actions.floor.end import end
from council.actions.floor.extend import extend
from council.actions.floor.give import give
from council.actions.floor.note import note_speech
from council.actions.floor.pause import pause_speech
from council.actions.floor.put_back import put_back
from council.actions.floor.resume import resume_speech
from council.actions.floor.withdraw import withdraw
from council.enums.floor import Side
from council.enums.table import TableAct
from council.forms.table.base import CommandForm, uid_field
from council.models import Meeting


class AskFloor(CommandForm):
    act = TableAct.ASK_FLOOR
    uid = uid_field()
    roll = uid_field(required=False)
    side = ChoiceField(
        label=_("I speak"), choices=Side.choices, initial=Side.NEITHER, required=False
    )

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        ask(meeting, **said, **self.given)


class WithdrawFloor(CommandForm):
    act = TableAct.WITHDRAW_FLOOR
    roll = uid_field(required=False)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        withdraw(meeting, **said, **self.given)


class GiveFloor(CommandForm):
    act = TableAct.GIVE_FLOOR
    speech = uid_field(required=False)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        give(meeting, **said, **self.given)


class PauseSpeech(CommandForm):
    act = TableAct.PAUSE_SPEECH
    speech = uid_field(required=False)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        pause_speech(meeting, **said, **self.given)


class ResumeSpeech(CommandForm):
    act = TableAct.RESUME_SPEECH
    speech = uid_field(required=False)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        resume_speech(meeting, **said, **self.given)


class ExtendSpeech(CommandForm):
    act = TableAct.EXTEND_SPEECH
    speech = uid_field(required=False)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        extend(meeting, **said, **self.given)


class EndSpeech(CommandForm):
    act = TableAct.END_SPEECH
    speech = uid_field(required=False)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        end(meeting, **said, **self.given)


class PutBack(CommandForm):
    act = TableAct.PUT_BACK

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        put_back(meeting, **said)


class NoteSpeech(CommandForm):
    act = TableAct.NOTE_SPEECH
    speech = uid_field()
    note = WordsField(label=_("What they said, in a line"), max_length=400, required=False)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        note_speech(meeting, **said, **{"note": "", **self.given})


FORMS = (
    AskFloor,
    WithdrawFloor,
    GiveFloor,
    PauseSpeech,
    ResumeSpeech,
    ExtendSpeech,
    EndSpeech,
    PutBack,
    NoteSpeech,
)
