"""Commands about motions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.words import WordsField
from council.actions.motions.amend import amend
from council.actions.motions.move import move
from council.actions.motions.refer_motion import refer_motion
from council.actions.motions.second_motion import second_motion
from council.actions.motions.withdraw_motion import withdraw_motion
from council.enums.table import TableAct
from council.forms.table.base import CommandForm, uid_field
from council.models import Meeting

LONGEST = 1000


class Move(CommandForm):
    act = TableAct.MOVE
    uid = uid_field()
    item = uid_field(required=False)
    roll = uid_field(required=False)
    text = WordsField(label=_("What shall be decided"), max_length=LONGEST, widget=forms.Textarea)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        move(meeting, **said, **self.given)


class Amend(CommandForm):
    act = TableAct.AMEND
    uid = uid_field()
    motion = uid_field()
    roll = uid_field(required=False)
    text = WordsField(label=_("The whole new wording"), max_length=LONGEST, widget=forms.Textarea)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        amend(meeting, **said, **self.given)


class SecondMotion(CommandForm):
    act = TableAct.SECOND_MOTION
    motion = uid_field()
    roll = uid_field(required=False)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        second_motion(meeting, **said, **self.given)


class WithdrawMotion(CommandForm):
    act = TableAct.WITHDRAW_MOTION
    motion = uid_field()

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        withdraw_motion(meeting, **said, **self.given)


class ReferMotion(CommandForm):
    act = TableAct.REFER_MOTION
    motion = uid_field()

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        refer_motion(meeting, **said, **self.given)


FORMS = (Move, Amend, SecondMotion, WithdrawMotion, ReferMotion)
