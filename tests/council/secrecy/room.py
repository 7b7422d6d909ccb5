"""A sitting with members in the room, a motion before them, and the devices of two holders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from accounts.models import User
from clocks.hours import SHANGHAI
from council.actions.votes.cast_secret import cast_secret
from council.actions.votes.close_vote import close_vote
from council.actions.votes.give_key import give_key
from council.actions.votes.open_vote import open_vote
from council.actions.votes.unlock import unlock
from council.actions.votes.void_vote import void_vote
from council.enums.agenda import ItemReason, ItemState
from council.enums.meetings import Arrival, Manner, MeetingKind, MeetingState, RollStanding
from council.enums.members import SeatKind
from council.enums.motions import MotionState
from council.enums.votes import Choice, Majority, VoteBase, VoteWay
from council.inputs import Ballot, Sent
from council.models import AgendaItem, Council, Meeting, Motion, Presence, Roll, Vote
from council.order.majority import MajorityRule
from council.queries.secret import batch_for, holders_of
from council.secrecy.ballot import encoded
from council.secrecy.batch import CHOICES
from council.secrecy.sealing import sealed
from tests.council.secrecy.devices import Device
from tests.harness.remembering import remembered
from tests.world import World, person

NOW = datetime(2026, 11, 16, 15, 0, tzinfo=SHANGHAI)
RULE = MajorityRule(Majority.HALF, VoteBase.CAST)


@dataclass
class Room:
    """`members` are there; chair and recorder run the table and sit on the roll as well."""

    meeting: Meeting
    motion: Motion
    chair: User
    recorder: User
    members: Sequence[User]
    devices: dict[str, Device] = field(default_factory=dict)

    def begins(self, holders: int = 2) -> Vote:
        """A new round, its keys not made yet."""
        uid = uuid4()
        open_vote(
            self.meeting, actor=self.chair, now=NOW, sent=Sent(uid=uuid4()), uid=uid,
            motion=self.motion.uid, ballot=Ballot(way=VoteWay.SECRET, rule=RULE, holders=holders),
        )  # fmt: skip
        self.devices = {role: Device(role) for role in ("chair", "recorder")[:holders]}
        return Vote.objects.get(uid=uid)

    def opens(self, holders: int = 2) -> Vote:
        vote = self.begins(holders)
        for role, device in self.devices.items():
            give_key(vote, actor=self.holder(role), now=NOW, point=device.point)
        return fresh(vote)

    def holder(self, role: str) -> User:
        return self.chair if role == "chair" else self.recorder

    def ballot(self, vote: Vote, choice: Choice) -> bytes:
        """As the voter's own device seals it."""
        plain = encoded(CHOICES.index(choice) + 1)
        return sealed(plain, vote.uid, holders_of(vote))

    def casts(self, vote: Vote, voter: User, choice: Choice) -> bytes:
        message = self.ballot(vote, choice)
        cast_secret(vote, actor=voter, now=NOW, message=message)
        return message

    def all_cast(self, vote: Vote, *choices: Choice) -> None:
        """The members in their order; who has no choice here stays silent."""
        for voter, choice in zip(self.members, choices, strict=False):
            self.casts(vote, voter, choice)

    def closes(self, vote: Vote) -> Vote:
        close_vote(
            self.meeting, actor=self.chair, now=NOW, sent=Sent(uid=uuid4()), vote=vote.uid
        )  # fmt: skip
        return fresh(vote)

    def answer(self, vote: Vote, role: str) -> list[bytes]:
        batch = batch_for(vote, self.holder(role).pk)
        assert batch is not None, role
        return self.devices[role].answer([*batch.messages, *batch.checks])

    def unlocks(self, vote: Vote, *roles: str) -> Vote:
        for role in roles or tuple(self.devices):
            answers = self.answer(vote, role)
            unlock(vote, actor=self.holder(role), now=NOW, answers=answers)
            vote = fresh(vote)
        return vote

    def gives_up(self, vote: Vote, reason: str = "平板丢了") -> Vote:
        void_vote(
            self.meeting, actor=self.chair, now=NOW, sent=Sent(uid=uuid4()),
            vote=vote.uid, reason=reason,
        )  # fmt: skip
        return fresh(vote)

    def roll_of(self, member: User) -> UUID:
        return Roll.objects.get(meeting=self.meeting, person=member).uid


def fresh(vote: Vote) -> Vote:
    return Vote.objects.select_related("meeting", "motion").get(pk=vote.pk)


@remembered
def room_of(world: World, members: int = 6, council: Council | None = None) -> Room:
    people = [person(f"议事员{number}") for number in range(members)]
    chair, recorder = world.grid_head, world.grid_worker
    council = council or Council.objects.create(body=world.grid)
    meeting = Meeting.objects.create(
        council=council, kind=MeetingKind.PLANNED, manner=Manner.RULES, state=MeetingState.OPEN,
        title="三号楼前议事会", starts_at=NOW, ends_at=NOW + timedelta(hours=2),
        convened_by=chair, convener=world.grid, chair=chair, recorder=recorder,
        members_total=members, opened_at=NOW,
    )  # fmt: skip
    rows = Roll.objects.bulk_create(
        Roll(
            meeting=meeting, person=someone, kind=SeatKind.RESIDENT, position=position,
            standing=RollStanding.MEMBER,
        )
        for position, someone in enumerate(people)
    )  # fmt: skip
    Presence.objects.bulk_create(Presence(roll=row, came_at=NOW, by=Arrival.TAP) for row in rows)
    item = AgendaItem.objects.create(
        meeting=meeting, title="充电桩装在哪里", why=ItemReason.BY_HAND, position=1,
        state=ItemState.ON, began_at=NOW,
    )  # fmt: skip
    motion = Motion.objects.create(
        item=item, text="装在南门车棚东侧", state=MotionState.OPEN, at=NOW
    )
    return Room(meeting, motion, chair, recorder, people)
