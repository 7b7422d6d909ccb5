"""Everybody votes while the chair closes; keys and answers come twice at the same moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

from django.db import connections

from acting.refusals import Refused
from council.actions.votes.cast_secret import cast_secret
from council.actions.votes.close_vote import close_vote
from council.actions.votes.give_key import give_key
from council.actions.votes.unlock import unlock
from council.enums.votes import Choice, VoteState
from council.inputs import Sent
from council.models import SealedBallot, SecretKey, Turnout
from council.refusals import AlreadyDone
from tests.council.secrecy.devices import Device
from tests.council.secrecy.room import NOW, fresh, room_of
from tests.harness.world import LiveWorld
from tests.world import build_world


def at_once(acts: Sequence[Callable[[], object]]) -> list[bool]:
    """Whether each was done; what was refused or done before is not."""
    barrier = Barrier(len(acts))

    def one(act: Callable[[], object]) -> bool:
        try:
            barrier.wait(30)
            act()
        except (Refused, AlreadyDone):
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(one, acts))


def test_whoever_was_told_that_the_ballot_is_in_is_in_the_count(
    world_database: LiveWorld,
) -> None:
    room = room_of(build_world(), members=12)
    vote = room.opens()
    first, *others = [
        (voter, room.ballot(vote, Choice.YES if at % 3 else Choice.NO))
        for at, voter in enumerate(room.members)
    ]
    for voter, message in [first, *others[:2]]:
        cast_secret(vote, actor=voter, now=NOW, message=message)
    casts: list[Callable[[], object]] = [
        lambda voter=voter, message=message: cast_secret(  # type: ignore[misc]
            vote, actor=voter, now=NOW, message=message
        )
        for voter, message in others[2:]
    ]
    closes: list[Callable[[], object]] = [
        lambda: close_vote(
            room.meeting, actor=room.chair, now=NOW, sent=Sent(uid=uuid4()), vote=vote.uid
        )
    ] * 3
    done = at_once([*casts, *closes])
    assert sum(done[len(casts) :]) == 1
    vote = fresh(vote)
    assert vote.state == VoteState.CLOSED
    assert len(vote.batch) == 3 + sum(done[: len(casts)])
    assert Turnout.objects.filter(vote=vote).count() == len(vote.batch)
    assert not SealedBallot.objects.exists()


def test_of_two_devices_one_holds_the_key_and_an_answer_counts_once(
    world_database: LiveWorld,
) -> None:
    room = room_of(build_world())
    vote = room.begins(holders=1)
    devices = [Device("chair") for _ in range(4)]
    given = at_once(
        [
            lambda device=device: give_key(  # type: ignore[misc]
                vote, actor=room.chair, now=NOW, point=device.point
            )
            for device in devices
        ]
    )
    assert sum(given) == 1
    held = devices[given.index(True)]
    assert bytes(SecretKey.objects.get(vote=vote).point) == held.point
    room.devices["chair"] = held
    room.all_cast(fresh(vote), Choice.YES, Choice.NO, Choice.NO)
    answer = room.answer(room.closes(vote), "chair")
    at_once([lambda: unlock(vote, actor=room.chair, now=NOW, answers=answer)] * 4)
    vote = fresh(vote)
    assert (vote.state, vote.yes, vote.no) == (VoteState.COUNTED, 1, 2)
