"""Commands about items."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.words import WordsField
from acting.forms.fields import day_field
from council.actions.agenda.add_item_now import add_item_now
from council.actions.agenda.end_item import end_item
from council.actions.agenda.find import find
from council.actions.agenda.note_item import note_item
from council.actions.agenda.postpone_item import postpone_item
from council.actions.agenda.recuse import recuse
from council.actions.agenda.start_item import start_item
from council.enums.table import TableAct
from council.forms.table.base import CommandForm, uid_field
from council.models import Meeting


class StartItem(CommandForm):
    act = TableAct.START_ITEM
    item = uid_field(required=False)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        start_item(meeting, **said, **self.given)


class EndItem(CommandForm):
    act = TableAct.END_ITEM
    item = uid_field(required=False)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        end_item(meeting, **said, **self.given)


class PostponeItem(CommandForm):
    act = TableAct.POSTPONE_ITEM
    item = uid_field(required=False)
    until = day_field(_("Until which day"))

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        postpone_item(meeting, **said, **self.given)


class AddItem(CommandForm):
    act = TableAct.ADD_ITEM
    uid = uid_field()
    title = WordsField(label=_("What it is about"), max_length=120)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        add_item_now(meeting, **said, **self.given)


class NoteItem(CommandForm):
    act = TableAct.NOTE_ITEM
    item = uid_field(required=False)
    note = WordsField(
        label=_("What was said"), max_length=2000, required=False, widget=forms.Textarea
    )

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        note_item(meeting, **said, **{"note": "", **self.given})


class Find(CommandForm):
    act = TableAct.FIND
    item = uid_field()
    text = WordsField(label=_("What was seen on the spot"), max_length=2000, widget=forms.Textarea)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        find(meeting, **said, **self.given)


class Recuse(CommandForm):
    act = TableAct.RECUSE
    item = uid_field(required=False)
    roll = uid_field(required=False)
    reason = WordsField(label=_("Why"), max_length=200, required=False)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        recuse(meeting, **said, **self.given)


FORMS = (StartItem, EndItem, PostponeItem, AddItem, NoteItem, Find, Recuse)
