"""Commands to the sitting itself."""

from __future__ import annotations

from typing import Any

from council.actions.meetings.close import close
from council.actions.meetings.hand_over_chair import hand_over_chair, take_back_chair
from council.actions.meetings.open import open_sitting
from council.actions.meetings.pause import pause
from council.actions.meetings.resume import resume
from council.actions.meetings.take_table import take_table
from council.actions.meetings.undo import undo
from council.enums.table import TableAct
from council.forms.table.base import CommandForm, uid_field
from council.models import Meeting


class Open(CommandForm):
    act = TableAct.OPEN

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        open_sitting(meeting, **said)


class Pause(CommandForm):
    act = TableAct.PAUSE

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        pause(meeting, **said)


class Resume(CommandForm):
    act = TableAct.RESUME

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        resume(meeting, **said)


class Close(CommandForm):
    act = TableAct.CLOSE

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        close(meeting, **said)


class TakeTable(CommandForm):
    act = TableAct.TAKE_TABLE

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        take_table(meeting, **said)


class HandOverChair(CommandForm):
    act = TableAct.HAND_OVER_CHAIR
    roll = uid_field()

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        hand_over_chair(meeting, **said, **self.given)


class TakeBackChair(CommandForm):
    act = TableAct.TAKE_BACK_CHAIR

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        take_back_chair(meeting, **said)


class Undo(CommandForm):
    act = TableAct.UNDO
    slip = uid_field(required=False)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        undo(meeting, **said, command=self.cleaned_data["slip"])


FORMS = (Open, Pause, Resume, Close, TakeTable, HandOverChair, TakeBackChair, Undo)
