"""Commands about votes; those of a secret vote stand in `council.forms.secret`."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.choices import ChoiceField
from accounts.forms.words import WordsField
from council.actions.votes.announce import announce
from council.actions.votes.cast_named import cast_named
from council.actions.votes.close_vote import close_vote
from council.actions.votes.count_hands import count_hands
from council.actions.votes.open_vote import open_vote
from council.actions.votes.void_vote import void_vote
from council.enums.table import TableAct
from council.enums.votes import Choice, Majority, VoteBase, VoteWay
from council.forms.table.base import CommandForm, uid_field
from council.inputs import Ballot
from council.models import Meeting
from council.order.majority import Count, MajorityRule

# More hands than any room has; what is above is a slip of the finger.
MOST = 999


class OpenVote(CommandForm):
    act = TableAct.OPEN_VOTE
    uid = uid_field()
    motion = uid_field()
    way = ChoiceField(label=_("How"), choices=VoteWay.choices)
    majority = ChoiceField(label=_("Majority"), choices=Majority.choices, initial=Majority.HALF)
    base = ChoiceField(label=_("Of what"), choices=VoteBase.choices, initial=VoteBase.PRESENT)
    without_abstentions = forms.BooleanField(label=_("Abstentions leave the base"), required=False)
    teller_one = uid_field(required=False)
    teller_two = uid_field(required=False)
    holders = forms.IntegerField(required=False, min_value=1, max_value=2)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        data = self.cleaned_data
        ballot = Ballot(
            way=VoteWay(data["way"]),
            rule=MajorityRule(
                Majority(data["majority"]),
                VoteBase(data["base"]),
                abstentions_count=not data["without_abstentions"],
            ),
            tellers=(data["teller_one"], data["teller_two"]),
            holders=data["holders"] or 2,
        )
        open_vote(meeting, **said, uid=data["uid"], motion=data["motion"], ballot=ballot)


class CastNamed(CommandForm):
    act = TableAct.CAST_NAMED
    vote = uid_field()
    roll = uid_field(required=False)
    choice = ChoiceField(label=_("Your vote"), choices=Choice.choices)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        cast_named(meeting, **said, **self.given)


class CountHands(CommandForm):
    act = TableAct.COUNT_HANDS
    vote = uid_field()
    yes = forms.IntegerField(label=_("For"), min_value=0, max_value=MOST)
    no = forms.IntegerField(label=_("Against"), min_value=0, max_value=MOST)
    abstain = forms.IntegerField(label=_("Abstain"), min_value=0, max_value=MOST)
    invalid = forms.IntegerField(
        label=_("Spoilt"), min_value=0, max_value=MOST, required=False, initial=0
    )

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        data = self.cleaned_data
        count = Count(data["yes"], data["no"], data["abstain"], data["invalid"] or 0)
        count_hands(meeting, **said, vote=data["vote"], count=count)


class CloseVote(CommandForm):
    act = TableAct.CLOSE_VOTE
    vote = uid_field()

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        close_vote(meeting, **said, **self.given)


class Announce(CommandForm):
    act = TableAct.ANNOUNCE
    vote = uid_field()

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        announce(meeting, **said, **self.given)


class VoidVote(CommandForm):
    act = TableAct.VOID_VOTE
    vote = uid_field()
    reason = WordsField(label=_("Why it counts for nothing"), max_length=200)

    def perform(self, meeting: Meeting, said: dict[str, Any]) -> None:
        void_vote(meeting, **said, **self.given)


FORMS = (OpenVote, CastNamed, CountHands, CloseVote, Announce, VoidVote)
