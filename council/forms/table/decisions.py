"""Commands about what was decided, and who shall do it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.choices import ChoiceField
from accounts.forms.words import WordsField
from acting.forms.fields import day_field
from council.actions.decisions.adopt import adopt
from council.actions.pledges.ask import ask_pledge
from council.enums.decisions import Effect
from council.enums.table import TableAct
from council.forms.table.base import CommandForm, uid_field
from council.inputs import AskedPledge, ItemDecision
from council.models import Meeting


class Adopt(CommandForm):
    act = TableAct.ADOPT
    uid = uid_field()
    item = uid_field()
    effect = ChoiceField(label=_("What follows"), choices=Effect.choices)
    text = WordsField(
        label=_("What was decided"), max_length=1000, required=False, widget=forms.Textarea
    )
    minority = WordsField(
        label=_("What the minority says"), max_length=1000, required=False, widget=forms.Textarea
    )
    owners_note = WordsField(
        label=_("What the owners must still decide"), max_length=400, required=False
    )
    assembly_note = WordsField(
        label=_("What the residents' assembly must still decide"), max_length=400, required=False
    )
    postponed_to = day_field(_("When it comes up again"), required=False)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        data = self.cleaned_data
        decision = ItemDecision(
            effect=Effect(data["effect"]),
            text=data["text"],
            minority=data["minority"],
            owners_note=data["owners_note"],
            assembly_note=data["assembly_note"],
            postponed_to=data["postponed_to"],
        )
        adopt(meeting, **said, uid=data["uid"], item=data["item"], decision=decision)


class AskPledge(CommandForm):
    act = TableAct.ASK_PLEDGE
    uid = uid_field()
    item = uid_field()
    body = WordsField(label=_("Who"), max_length=40, required=False)
    outside_name = WordsField(label=_("Or by name"), max_length=60, required=False)
    text = WordsField(label=_("What they shall do"), max_length=400)
    due_on = day_field(_("Until when"))

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        data = self.cleaned_data
        asked = AskedPledge(
            text=data["text"],
            due_on=data["due_on"],
            body=data["body"],
            outside_name=data["outside_name"],
        )
        ask_pledge(meeting, **said, uid=data["uid"], item=data["item"], asked=asked)


FORMS = (Adopt, AskPledge)
