"""Two or ten in the same moment at one table: one is served, nothing is doubled."""

from __future__ import annotations

import threading
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import transaction

from council.casework.votes import vote_named
from council.enums.votes import VoteState
from council.models import Command, Meeting, NamedBallot, Presence, Resolution, Vote
from issues.actions.support import support
from issues.models import Deliberation, Issue
from tests.council.sittings import (
    BEGINS,
    a_called_sitting,
    a_council,
    at_the_table,
    items_of,
    roll_of,
)
from tests.council.table.doing import announced, do, moved, speaks, state, vote_on
from tests.harness.waiting import wait_until, waits_in_a_statement_on
from tests.harness.world import LiveWorld
from tests.issues.sitting import hard
from tests.issues.test_sweep_processes import in_threads
from tests.world import build_world


@pytest.fixture
def meeting(world_database: LiveWorld) -> Meeting:
    return at_the_table(build_world())


def kinds(raised: list[BaseException | None]) -> list[str]:
    return sorted("done" if error is None else type(error).__name__ for error in raised)


def test_what_happens_at_once_at_a_table(meeting: Meeting) -> None:
    """One world for all: it takes seconds to build."""
    one_command_ten_times(meeting)
    ten_commands_for_one_speech(meeting)
    five_votes_opened_at_once(meeting)
    everybody_votes_at_once(meeting)
    the_log_has_no_gaps(meeting)


def one_command_ten_times(meeting: Meeting) -> None:
    command, uid = uuid4(), uuid4()
    raised = in_threads(
        *[lambda: do(meeting, "walk_in", command=command, uid=uid, name="老王")] * 10
    )
    assert kinds(raised) == ["AlreadyDone"] * 9 + ["done"]
    assert Presence.objects.filter(roll__uid=uid).count() == 1


def ten_commands_for_one_speech(meeting: Meeting) -> None:
    uid = speaks(meeting, roll_of(meeting)[0])
    raised = in_threads(*[lambda: do(meeting, "end_speech", speech=uid)] * 10)
    assert kinds(raised) == ["Refused"] * 9 + ["done"]
    assert state(meeting).speech_on is None


def five_votes_opened_at_once(meeting: Meeting) -> None:
    motion = moved(meeting)
    raised = in_threads(*[lambda: vote_on(meeting, motion, "named")] * 5)
    assert kinds(raised) == ["Refused"] * 4 + ["done"]
    assert Vote.objects.get().state == VoteState.OPEN


def everybody_votes_at_once(meeting: Meeting) -> None:
    vote = Vote.objects.get()
    people = [line.person for line in roll_of(meeting)]
    casts = [
        lambda who=who, choice=choice: do(
            meeting, "cast_named", who, device="phone", vote=vote.uid, choice=choice
        )
        for who in people
        for choice in ("yes", "no")
    ]
    assert kinds(in_threads(*casts)) == ["done"] * len(casts)
    assert NamedBallot.objects.count() == len(people)
    raised = in_threads(*[lambda: do(meeting, "close_vote", vote=vote.uid)] * 4)
    assert raised.count(None) == 1
    vote.refresh_from_db()
    assert vote.yes is not None
    assert vote.no is not None
    assert vote.yes + vote.no == len(people)


def the_log_has_no_gaps(meeting: Meeting) -> None:
    log = list(Command.objects.filter(meeting=meeting).order_by("seq").values_list("seq", "kind"))
    opened = next(seq for seq, kind in log if kind == "open")
    seqs = [seq for seq, _kind in log if seq >= opened]
    assert seqs == list(range(opened, opened + len(seqs)))
    assert seqs[-1] == Meeting.objects.get(pk=meeting.pk).version


def test_a_command_holds_the_sitting_before_the_vote(meeting: Meeting) -> None:
    """Sitting, vote, matter: whoever has the vote without the sitting holds up nobody for ever."""
    vote = vote_on(meeting, moved(meeting))
    began, opened = threading.Event(), threading.Event()

    def from_the_side() -> None:
        with transaction.atomic():
            Vote.objects.select_for_update().get(pk=vote.pk)
            began.set()
            assert opened.wait(30)

    def from_the_table() -> None:
        assert began.wait(30)
        do(meeting, "count_hands", vote=vote.uid, yes=5, no=0, abstain=0)

    def watches() -> None:
        assert began.wait(30)
        try:
            wait_until(lambda: waits_for_a_vote_with_the_sitting_held(meeting), seconds=20)
        finally:
            opened.set()

    assert in_threads(from_the_side, from_the_table, watches) == [None, None, None]
    assert Vote.objects.get(pk=vote.pk).state == VoteState.COUNTED


def waits_for_a_vote_with_the_sitting_held(meeting: Meeting) -> bool:
    with transaction.atomic():
        free = Meeting.objects.select_for_update(skip_locked=True).filter(pk=meeting.pk)
        held = not free.exists()
    return held and waits_in_a_statement_on("council_vote")


def test_a_decision_waits_for_nobody_who_holds_its_vote(world_database: LiveWorld) -> None:
    """It points to the vote, which PostgreSQL asks for at the commit, after the matter."""
    world = build_world()
    issue = hard(world)
    meeting = at_the_table(world, a_called_sitting(world, items=[issue.reference]))
    vote = announced(meeting, moved(meeting), 5)
    began, decided = threading.Event(), threading.Event()

    def from_the_side() -> None:
        with transaction.atomic():
            vote_named(SimpleNamespace(meeting=meeting), vote.uid)  # type: ignore[arg-type]
            began.set()
            assert decided.wait(20)
            Issue.objects.select_for_update().get(pk=issue.pk)

    def decides() -> None:
        assert began.wait(30)
        do(meeting, "adopt", uid=uuid4(), item=items_of(meeting)[0].uid, effect="none")
        decided.set()

    assert in_threads(from_the_side, decides) == [None, None]
    assert Resolution.objects.get().vote == vote
    assert Deliberation.objects.filter(issue=issue, sitting=meeting.uid).exists()


def test_who_holds_a_matter_asks_for_no_sitting_and_no_vote(world_database: LiveWorld) -> None:
    """Two sittings decide on two matters crosswise to those who act on them: nobody sticks."""
    world = build_world()
    issues = [hard(world) for _ in range(2)]
    council = a_council(world)
    venues = (world.venue, world.other_venue)
    meetings = [
        at_the_table(world, a_called_sitting(world, council, items=[issue.reference], venue=venue))
        for issue, venue in zip(issues, venues, strict=True)
    ]
    for meeting in meetings:
        announced(meeting, moved(meeting), 5)
    decisions = [
        lambda meeting=meeting: do(
            meeting, "adopt", uid=uuid4(), item=items_of(meeting)[0].uid, effect="none"
        )
        for meeting in meetings
    ]
    others = [
        lambda issue=issue, person=person: support(issue, actor=person, now=BEGINS)
        for issue in issues
        for person in (world.neighbour, world.mediator)
    ]
    closes = [lambda meeting=meeting: do(meeting, "note_item", note="谈过") for meeting in meetings]
    raised = in_threads(*decisions, *others, *closes)
    assert raised == [None] * len(raised)
    assert Resolution.objects.count() == 2
