"""All that the screens of a sitting show, for everybody at once, in at most eight statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, Subquery, UUIDField

from accounts.queries.prepared import Given, PreparedQuery, given_key
from acting.queries.together import PreparedTogether
from council.enums.agenda import ItemState
from council.enums.floor import Side, SpeechState
from council.enums.meetings import MeetingKind
from council.enums.motions import MOTION_RUNNING
from council.enums.table import UNDOABLE, TableAct
from council.enums.votes import VOTE_RUNNING, VoteState
from council.models import (
    AgendaItem,
    Command,
    Meeting,
    MeetingCouncil,
    Motion,
    Pledge,
    Speech,
    Vote,
)
from council.order.floor import WaitingSpeaker, in_turn
from council.order.quorum import Quorum, QuorumRule, joint_quorum, quorum_of
from council.order.who_votes import RollFacts
from council.queries.askable import askable
from council.queries.marks import Mark, mark_of
from council.queries.meetings import meetings
from council.queries.minutes_rows import MinutesRows, minutes_rows
from council.queries.roll import RollLine, roll_of
from council.queries.secret import with_progress
from council.queries.voters import VoterLine, voters_of
from grids.models import Body


@dataclass(frozen=True, slots=True)
class Slip:
    command: UUID
    kind: TableAct
    parameters: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class SittingState:
    meeting: Meeting
    roll: Sequence[RollLine]
    items: Sequence[AgendaItem]
    speeches: Sequence[Speech]
    motions: Sequence[Motion]
    votes: Sequence[Vote]
    slip: Slip | None
    now: datetime

    @cached_property
    def pledges(self) -> list[Pledge]:
        """Read only by screens that show them; commands don't need them."""
        rows = Pledge.objects.filter(resolution__item__meeting=self.meeting)
        return list(rows.select_related("body", "resolution").order_by("pk"))

    @cached_property
    def rows(self) -> MinutesRows:
        """Read only when the sitting ends or is written down."""
        return minutes_rows(self.meeting)

    @cached_property
    def voters(self) -> Sequence[VoterLine]:
        """Who may vote in the vote that is shown; no command asks this of a vote that is over."""
        return voters_of(self.vote_shown) if self.vote_shown else ()

    @cached_property
    def bodies(self) -> list[Body]:
        """Who can be asked to do what was decided; read only by screens that offer it."""
        return askable(self.meeting.council.body)

    @cached_property
    def lines(self) -> dict[int, RollLine]:
        return {line.key: line for line in self.roll}

    def line_of(self, person_id: int | None) -> RollLine | None:
        return None if person_id is None else self._by_person.get(person_id)

    @cached_property
    def _by_person(self) -> dict[int, RollLine]:
        """Kept, since each drawing asks it for everybody who watches."""
        return {line.roll.person_id: line for line in self.roll if line.roll.person_id}

    @cached_property
    def voting(self) -> frozenset[int]:
        """Lines of those who may vote in the vote that is shown."""
        return frozenset(voter.roll_id for voter in self.voters)

    @cached_property
    def members(self) -> list[RollLine]:
        return [line for line in self.roll if line.roll.is_member]

    @cached_property
    def quorum(self) -> Quorum:
        """By the rule that was fixed when the sitting opened; before, by its council's.

        In a joint sitting each council has to be there.
        """
        meeting = self.meeting
        of = meeting if meeting.opened_at else meeting.council
        rule = QuorumRule(of.quorum_numerator, of.quorum_denominator, of.needs_each_kind)
        joint = meeting.kind == MeetingKind.JOINT
        members: dict[str, dict[str, int]] = {}
        present: dict[str, dict[str, int]] = {}
        for line in self.members:
            council = line.roll.council.name if joint and line.roll.council else ""
            for counted, number in ((members, 1), (present, int(line.is_present))):
                kinds = counted.setdefault(council, {})
                kinds[line.roll.kind] = kinds.get(line.roll.kind, 0) + number
        if joint:
            return joint_quorum(rule, members, present)
        return quorum_of(rule, members.get("", {}), present.get("", {}))

    @cached_property
    def item_on(self) -> AgendaItem | None:
        return next((item for item in self.items if item.state == ItemState.ON), None)

    @cached_property
    def items_waiting(self) -> list[AgendaItem]:
        return [item for item in self.items if item.state == ItemState.WAITING]

    @cached_property
    def item_speeches(self) -> list[Speech]:
        item = self.item_on
        return [speech for speech in self.speeches if item and speech.item_id == item.pk]

    @cached_property
    def speech_on(self) -> Speech | None:
        going = {SpeechState.SPEAKING, SpeechState.PAUSED}
        return next((speech for speech in self.speeches if speech.state in going), None)

    def spoken(self, roll_id: int) -> int:
        """How often they have spoken to the item that is on, or speak to it now."""
        return sum(
            speech.roll_id == roll_id and speech.began_at is not None
            for speech in self.item_speeches
        )

    @cached_property
    def waiting(self) -> list[Speech]:
        """Who asked for the floor, in the order in which they are called."""
        asked = [speech for speech in self.item_speeches if speech.state == SpeechState.ASKED]
        by_uid = {speech.uid: speech for speech in asked}
        ended = sorted(
            (speech for speech in self.item_speeches if speech.began_at and speech.side),
            key=lambda speech: str(speech.began_at),
        )
        ordered = in_turn(
            [
                WaitingSpeaker(
                    speech.uid, Side(speech.side), speech.asked_at, self.spoken(speech.roll_id)
                )
                for speech in asked
            ],
            last_side=Side(ended[-1].side) if ended else Side.NEITHER,
            takes_sides=self.meeting.manner == "rules",
        )
        return [by_uid[asking.uid] for asking in ordered]

    @cached_property
    def item_motions(self) -> list[Motion]:
        item = self.item_on
        return [motion for motion in self.motions if item and motion.item_id == item.pk]

    @property
    def mark(self) -> Mark:
        return mark_of(self.meeting, self.items)

    def item_of(self, motion: Motion) -> AgendaItem:
        return next(item for item in self.items if item.pk == motion.item_id)

    @cached_property
    def running_motions(self) -> list[Motion]:
        """Amendments first: they end before what they would change."""
        running = [motion for motion in self.item_motions if motion.state in MOTION_RUNNING]
        return sorted(running, key=lambda motion: (motion.amends_id is None, motion.pk))

    @cached_property
    def vote_running(self) -> Vote | None:
        return next((vote for vote in self.votes if vote.state in VOTE_RUNNING), None)

    @cached_property
    def vote_shown(self) -> Vote | None:
        """The one that runs, or the last counted one of the item that is on."""
        return self.vote_running or shown_vote(self.votes, self.item_on)

    def decisive_vote(self, item: AgendaItem | None) -> Vote | None:
        """The last announced vote on a motion of the item that amends nothing."""
        decisive = [
            vote
            for vote in self.votes
            if item is not None
            and vote.motion.item_id == item.pk
            and vote.motion.amends_id is None
            and vote.state == VoteState.ANNOUNCED
        ]
        return decisive[-1] if decisive else None

    def roll_facts(self, item_id: int | None) -> list[RollFacts]:
        return [
            RollFacts(
                roll_id=line.key,
                is_member=line.roll.is_member,
                is_present=line.is_present,
                is_recused=item_id in line.recused_from,
                kind=line.roll.kind,
            )
            for line in self.roll
        ]


def shown_vote(votes: Sequence[Vote], item: AgendaItem | None) -> Vote | None:
    of_item = [
        vote
        for vote in votes
        if item and vote.motion.item_id == item.pk and vote.state != VoteState.VOID
    ]
    return of_item[-1] if of_item else None


def state_of(uid: UUID, *, now: datetime) -> SittingState | None:
    found = _of_uid(uid=uid)
    return state_of_meeting(found[0], now=now) if found else None


def with_slip() -> QuerySet[Meeting]:
    """With the last thing that was done at the table, by whoever runs it, and those who join."""
    last = Command.objects.filter(
        Q(actor=OuterRef("chair")) | Q(actor=OuterRef("recorder")),
        meeting=OuterRef("pk"),
        undone=False,
    )
    last = last.exclude(kind=TableAct.UNDO).order_by("-seq")
    joined = MeetingCouncil.objects.filter(meeting=OuterRef("pk")).order_by("pk")
    return meetings().annotate(
        joined_bodies=ArraySubquery(joined.values("council__body")),
        joined_paths=ArraySubquery(joined.values("council__body__path")),
        slip_uid=Subquery(last.values("uid")[:1]),
        slip_kind=Subquery(last.values("kind")[:1]),
        slip_parameters=Subquery(last.values("parameters")[:1]),
        slip_inverse=Subquery(last.values("inverse")[:1]),
    )


def slip_of(meeting: Meeting) -> Slip | None:
    """The last thing done at the table, where it is a slip that can be undone."""
    kind = getattr(meeting, "slip_kind", None)
    if kind not in UNDOABLE or not getattr(meeting, "slip_inverse", None):
        return None
    return Slip(meeting.slip_uid, TableAct(kind), meeting.slip_parameters)  # type: ignore[attr-defined]


def state_of_meeting(meeting: Meeting, *, now: datetime) -> SittingState:
    """`meeting` comes from `with_slip` where something may be undone."""
    speeches, motions = _speeches_and_motions(meeting=meeting.pk)
    return SittingState(
        meeting=meeting,
        roll=roll_of(meeting),
        items=_items(meeting=meeting.pk),
        speeches=speeches,
        motions=motions,
        votes=_votes(meeting=meeting.pk),
        slip=slip_of(meeting),
        now=now,
    )


MEETING = given_key("meeting")
_of_uid = PreparedQuery(lambda: with_slip().filter(uid=Given("uid", UUIDField())).order_by())
_items = PreparedQuery(
    lambda: (
        AgendaItem.objects.filter(meeting=MEETING)
        .select_related("issue__category", "issue__community", "resolution")
        .order_by("position")
    )
)
_speeches_and_motions = PreparedTogether(
    lambda: (
        Speech.objects.filter(meeting=MEETING).order_by("asked_at", "pk"),
        Motion.objects.filter(item__meeting=MEETING).order_by("at", "pk"),
    )
)
_votes = PreparedQuery(
    lambda: (
        with_progress(Vote.objects.filter(meeting=MEETING)).select_related("motion").order_by("pk")
    )
)
