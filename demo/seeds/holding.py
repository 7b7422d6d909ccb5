"""Hold a sitting of the demo at its table: each act with an id as a device would make it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid5

from django.utils import timezone

from accounts.models import User
from council.actions.agenda.end_item import end_item
from council.actions.agenda.note_item import note_item
from council.actions.agenda.start_item import start_item
from council.actions.decisions.adopt import adopt
from council.actions.floor.ask import ask
from council.actions.floor.end import end
from council.actions.floor.give import give
from council.actions.floor.note import note_speech
from council.actions.meetings.close import close
from council.actions.meetings.open import open_sitting
from council.actions.motions.move import move
from council.actions.pledges.ask import ask_pledge
from council.actions.presence.arrive import arrive
from council.actions.votes.announce import announce
from council.actions.votes.cast_named import cast_named
from council.actions.votes.close_vote import close_vote
from council.actions.votes.count_hands import count_hands
from council.actions.votes.open_vote import open_vote
from council.enums.votes import Choice, Majority, VoteBase, VoteWay
from council.inputs import AskedPledge, Ballot, ItemDecision, Sent
from council.models import AgendaItem, Meeting, Roll
from council.order.majority import Count, MajorityRule
from demo.seeds.sitting_data import Decided, HeldSitting, Talked

MINUTE = timedelta(minutes=1)
TABLET = "demo-tablet"


@dataclass(slots=True)
class ChairTablet:
    """The tablet of the chair; `now` moves on as they talk."""

    meeting: Meeting
    chair: User
    now: datetime
    there: list[Roll] = field(default_factory=list)
    _acts: count[int] = field(default_factory=count)

    def hold(self, held: HeldSitting) -> datetime:
        """From the first tap on a name to the close; when that was."""
        opens, members = self.now, Roll.objects.filter(meeting=self.meeting, standing="member")
        self.there = list(members.select_related("person").order_by("position")[: held.there])
        self.now -= 5 * MINUTE
        for line in self.there:
            self._do(arrive, roll=line.uid)
        self.now = opens
        self._do(open_sitting)
        rows = AgendaItem.objects.filter(meeting=self.meeting).order_by("position")
        for row, item in zip(rows, held.items, strict=True):
            self._talk_over(row, item)
        self.now += MINUTE
        self._do(close)
        return self.now

    def _do(self, act: Callable[..., None], **given: Any) -> None:
        sent = Sent(uid=self._uid(), device=TABLET)
        act(self.meeting, actor=self.chair, now=self.now, sent=sent, **given)

    def _uid(self) -> UUID:
        return uuid5(self.meeting.uid, str(next(self._acts)))

    def _talk_over(self, row: AgendaItem, item: Talked) -> None:
        self.now += MINUTE
        self._do(start_item)
        for name, words in item.speakers:
            self._speaks(name, words)
        self.now += 8 * MINUTE
        self._do(note_item, note=item.said)
        if item.decided is not None:
            self._decide(row, item.decided)
        self.now += 2 * MINUTE
        self._do(end_item)

    def _speaks(self, name: str, words: str) -> None:
        line, speech = next(one for one in self.there if one.call_name == name), self._uid()
        self._do(ask, uid=speech, roll=line.uid)
        self._do(give, speech=speech)
        self.now += 2 * MINUTE
        self._do(note_speech, speech=speech, note=words)
        self._do(
            end,
        )

    def _decide(self, row: AgendaItem, decided: Decided) -> None:
        motion, vote, resolution = self._uid(), self._uid(), self._uid()
        self._do(move, uid=motion, text=decided.motion)
        self._do(open_vote, uid=vote, motion=motion, ballot=self._ballot(decided))
        self.now += 2 * MINUTE
        self._count(vote, decided)
        self._do(announce, vote=vote)
        decision = ItemDecision(effect=decided.effect, minority=decided.minority)
        self._do(adopt, uid=resolution, item=row.uid, decision=decision)
        for one in decided.asked:
            due = timezone.localdate(self.now) + timedelta(days=one.days)
            asked = AskedPledge(text=one.text, due_on=due, body=one.body)
            self._do(ask_pledge, uid=self._uid(), item=row.uid, asked=asked)

    def _ballot(self, decided: Decided) -> Ballot:
        return Ballot(
            way=VoteWay.NAMED if decided.by_name else VoteWay.HANDS,
            rule=MajorityRule(
                Majority.TWO_THIRDS if decided.two_thirds else Majority.HALF, VoteBase.PRESENT
            ),
            tellers=(self.there[-1].uid, self.there[-2].uid),
        )

    def _count(self, vote: UUID, decided: Decided) -> None:
        no, abstain = decided.against, decided.abstain
        yes = len(self.there) - no - abstain
        if not decided.by_name:
            self._do(count_hands, vote=vote, count=Count(yes, no, abstain))
            return
        choices = [Choice.YES] * yes + [Choice.NO] * no + [Choice.ABSTAIN] * abstain
        for line, choice in zip(self.there, choices, strict=True):
            self._do(cast_named, vote=vote, choice=choice, roll=line.uid)
        self._do(close_vote, vote=vote)
