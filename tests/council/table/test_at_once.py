"""Two or ten in the same moment at one table: one is served, nothing is doubled."""

from __future__ import annotations

import threading
from uuid import uuid4

import pytest
from django.db import connection, transaction

from council.enums.votes import VoteState
from council.models import Command, Meeting, NamedBallot, Presence, Vote
from tests.council.sittings import at_the_table, roll_of
from tests.council.table.doing import do, moved, speaks, state, vote_on
from tests.harness.waiting import wait_until
from tests.harness.world import LiveWorld
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
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
            " AND datname = current_database() AND query LIKE '%\"council_vote\"%'"
        )
        waits = cursor.fetchone()
    return held and waits is not None and waits[0] > 0
