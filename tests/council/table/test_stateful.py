"""Anybody does anything in any order at a table: it stays whole, and can always be closed."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from acting.refusals import Refused
from council.enums.meetings import MeetingState
from council.enums.table import UNDOABLE, TableAct
from council.enums.votes import VOTE_RUNNING, VOTE_WITH_NUMBERS
from council.models import AgendaItem, Command, Meeting, Presence, Recusal, Roll, Speech, Vote
from council.refusals import AlreadyDone
from tests.council.sittings import BEGINS, at_the_table, fresh, roll_of
from tests.council.table.doing import do, state
from tests.world import World

# TABLE_EXAMPLES=100 looks longer.
EXAMPLES = int(os.environ.get("TABLE_EXAMPLES", "3"))
STEPS = 25
FLOOR = (
    TableAct.ASK_FLOOR, TableAct.GIVE_FLOOR, TableAct.PAUSE_SPEECH, TableAct.RESUME_SPEECH,
    TableAct.EXTEND_SPEECH, TableAct.END_SPEECH, TableAct.PUT_BACK, TableAct.WITHDRAW_FLOOR,
    TableAct.ARRIVE, TableAct.LEAVE, TableAct.UNDO,
)  # fmt: skip
VOTES = (
    TableAct.MOVE, TableAct.AMEND, TableAct.OPEN_VOTE, TableAct.CAST_NAMED, TableAct.COUNT_HANDS,
    TableAct.CLOSE_VOTE, TableAct.ANNOUNCE, TableAct.VOID_VOTE, TableAct.WITHDRAW_MOTION,
    TableAct.REFER_MOTION, TableAct.ADOPT, TableAct.RECUSE, TableAct.UNDO,
)  # fmt: skip
ITEMS = (
    TableAct.START_ITEM, TableAct.END_ITEM, TableAct.POSTPONE_ITEM, TableAct.PAUSE,
    TableAct.RESUME, TableAct.HAND_OVER_CHAIR, TableAct.TAKE_BACK_CHAIR,
)  # fmt: skip


class Table(RuleBasedStateMachine):
    world: World

    def __init__(self) -> None:
        super().__init__()
        self.point = transaction.savepoint()
        self.meeting: Meeting = at_the_table(self.world)
        self.roll: list[Roll] = roll_of(self.meeting)
        self.now: datetime = BEGINS
        self.counted: dict[int, Any] = {}

    def teardown(self) -> None:
        try:
            self.it_can_be_closed()
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("SET CONSTRAINTS ALL DEFERRED")
            transaction.savepoint_rollback(self.point)

    def tries(self, act: TableAct, line: int, number: int, *, by_phone: bool = False) -> bool:
        """Whether it was applied; a refusal is an answer like any other."""
        self.now += timedelta(seconds=20)
        said = self.said(act, self.roll[line], number)
        person = self.roll[line].person if by_phone else None
        with suppress(Refused, AlreadyDone):
            do(
                self.meeting, act, person, device="phone" if by_phone else "tablet", now=self.now,
                happened=self.now - timedelta(hours=number), **said,
            )  # fmt: skip
            return True
        return False

    def said(self, act: TableAct, line: Roll, number: int) -> dict[str, Any]:
        found = state(self.meeting, self.now)
        motions, votes, items = found.item_motions, found.votes, found.items
        motion = motions[number % len(motions)].uid if motions else uuid4()
        vote = votes[-1 - number % len(votes)].uid if votes else uuid4()
        item = items[number % len(items)].uid
        eligible = votes[-1].eligible if votes else 0
        yes = min(eligible, 2 * number)
        given: dict[str, Any] = {
            "uid": uuid4(), "roll": line.uid, "motion": motion, "vote": vote, "item": item,
            "text": f"办法{number}{self.now}", "way": ("hands", "named", "paper")[number % 3],
            "majority": "half", "base": ("cast", "present", "members")[number % 3],
            "teller_one": self.roll[0].uid, "teller_two": self.roll[1].uid,
            "choice": ("yes", "no", "abstain")[number % 3], "yes": yes, "no": eligible - yes,
            "abstain": 0, "reason": "重来", "effect": "none", "until": date(2026, 12, 24),
        }  # fmt: skip
        return {"item": item} if act == TableAct.START_ITEM else given

    numbers = st.integers(0, 3)
    lines = st.integers(0, 4)

    @rule(act=st.sampled_from(FLOOR), line=lines, number=numbers, by_phone=st.booleans())
    def floor(self, act: TableAct, line: int, number: int, by_phone: bool) -> None:
        self.tries(act, line, number, by_phone=by_phone)

    @rule(act=st.sampled_from(VOTES), line=lines, number=numbers, by_phone=st.booleans())
    def votes(self, act: TableAct, line: int, number: int, by_phone: bool) -> None:
        self.tries(act, line, number, by_phone=by_phone)

    @rule(act=st.sampled_from(ITEMS), line=lines, number=numbers)
    def items(self, act: TableAct, line: int, number: int) -> None:
        self.tries(act, line, number)

    @rule(number=numbers)
    def a_whole_vote(self, number: int) -> None:
        """Otherwise few would come to an end."""
        for act in VOTES:
            if act not in {TableAct.AMEND, TableAct.VOID_VOTE, TableAct.WITHDRAW_MOTION}:
                self.tries(act, 0, number)

    @rule(act=st.sampled_from(sorted(UNDOABLE - {TableAct.JOIN})), line=lines, number=numbers)
    def a_slip_is_undone(self, act: TableAct, line: int, number: int) -> None:
        before = self.rows()
        if not self.tries(act, line, number):
            assert self.rows() == before
            return
        do(self.meeting, TableAct.UNDO, now=self.now)
        assert self.rows() == before

    def rows(self) -> list[Any]:
        """All that a slip can touch."""
        of: list[Any] = [
            Roll.objects.filter(meeting=self.meeting),
            Speech.objects.filter(meeting=self.meeting),
            AgendaItem.objects.filter(meeting=self.meeting),
            Presence.objects.filter(roll__meeting=self.meeting),
            Recusal.objects.filter(roll__meeting=self.meeting),
        ]
        acting = list(Meeting.objects.filter(pk=self.meeting.pk).values("acting_chair"))
        return [acting, *(list(rows.order_by("pk").values()) for rows in of)]

    @invariant()
    def one_speaks_and_one_vote_is_open(self) -> None:
        speeches = Speech.objects.filter(meeting=self.meeting, ended_at=None)
        assert speeches.exclude(began_at=None).count() <= 1
        votes = Vote.objects.filter(meeting=self.meeting)
        assert votes.filter(state__in=VOTE_RUNNING).count() <= 1

    @invariant()
    def what_was_counted_stays(self) -> None:
        names = ("yes", "no", "abstain", "invalid", "base_number", "adopted", "quorate", "eligible")
        rows = Vote.objects.filter(meeting=self.meeting, state__in=VOTE_WITH_NUMBERS)
        for key, *numbers in rows.values_list("pk", *names):
            assert self.counted.setdefault(key, numbers) == numbers
        assert set(self.counted) == set(rows.values_list("pk", flat=True))

    @invariant()
    def the_log_has_no_gaps(self) -> None:
        log = Command.objects.filter(meeting=self.meeting).order_by("seq")
        seqs = list(log.values_list("seq", flat=True))
        assert seqs == list(range(seqs[0], seqs[0] + len(seqs)))

    def it_can_be_closed(self) -> None:
        """However it was left: in a few steps, without an edit of the database."""
        for _time in range(3 * len(ESCAPES)):
            for act, given in ESCAPES.items():
                found = state(self.meeting, self.now)
                with suppress(Refused, AlreadyDone):
                    do(self.meeting, act, now=self.now, **given(found))
            if fresh(self.meeting).state == MeetingState.CLOSED:
                return
        raise AssertionError(found.vote_shown, found.item_on, found.running_motions)


def _vote(found: Any) -> dict[str, Any]:
    return {"vote": found.vote_shown.uid if found.vote_shown else uuid4(), "reason": "散会"}


def _motion(found: Any) -> dict[str, Any]:
    return {"motion": found.running_motions[0].uid if found.running_motions else uuid4()}


def _decision(found: Any) -> dict[str, Any]:
    item = found.item_on.uid if found.item_on else uuid4()
    return {"uid": uuid4(), "item": item, "effect": "none", "text": "记一下"}


ESCAPES: dict[TableAct, Callable[[Any], dict[str, Any]]] = {
    TableAct.RESUME: lambda _found: {},
    TableAct.END_SPEECH: lambda _found: {},
    TableAct.VOID_VOTE: _vote,
    TableAct.ANNOUNCE: _vote,
    TableAct.WITHDRAW_MOTION: _motion,
    TableAct.ADOPT: _decision,
    TableAct.END_ITEM: lambda _found: {},
    TableAct.CLOSE: lambda _found: {},
}


def test_a_table_stays_whole_whoever_does_what_in_whatever_order(world: World) -> None:
    class OfThisWorld(Table):
        pass

    OfThisWorld.world = world
    run_state_machine_as_test(
        OfThisWorld,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=EXAMPLES <= 3,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
