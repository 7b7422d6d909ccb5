"""How long 300 secret ballots take from the close to their count.

The devices' own part stands apart: here they are Python, in a tablet a browser.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

from bench._copies import three
from council.actions.votes.unlock import unlock
from council.enums.votes import Choice, VoteState
from council.models import SealedBallot, Turnout, Vote, Voter
from council.queries.secret import batch_for
from tests.council.secrecy.room import NOW, Room, fresh, room_of
from tests.world import build_world

VOTERS, REPETITIONS = 300, 3
CHOICES = (Choice.YES, Choice.NO, Choice.YES, Choice.ABSTAIN)


def measure() -> Iterator[str]:
    room = room_of(build_world(), members=VOTERS)
    spent: dict[str, list[float]] = {}
    for _ in range(REPETITIONS):
        for what, seconds in one_round(room):
            spent.setdefault(what, []).append(seconds)
    yield f"{VOTERS} ballots for two keys; seconds, minimum … median … maximum.\n"
    yield "| what | seconds |\n|---|--:|"
    for what, figures in spent.items():
        yield f"| {what} | {three(figures, '.3f')} |"


def one_round(room: Room) -> Iterator[tuple[str, float]]:
    vote = room.opens()
    lay(room, vote)
    whole = closing = timed(lambda: room.closes(vote))
    yield "closed", closing
    for role in room.devices:
        points: list[bytes] = []
        asking = timed(asked(room, vote, role, points))
        yield f"asked of the {role}'s device", asking
        answer: list[bytes] = []
        yield f"answered by the {role}'s device", timed(answering(room, role, points, answer))
        opening = timed(opening_with(room, vote, role, answer))
        yield f"checked and opened by the server for the {role}", opening
        whole += asking + opening
    assert fresh(vote).state == VoteState.COUNTED
    yield "**closed, opened and counted**", whole
    # The next round may begin.
    Vote.objects.filter(pk=vote.pk).update(state=VoteState.ANNOUNCED)


def asked(room: Room, vote: Vote, role: str, points: list[bytes]) -> Callable[[], object]:
    """The ballots, and a point beside each by which the answer can be checked."""

    def ask() -> None:
        batch = batch_for(fresh(vote), room.holder(role).pk)
        assert batch is not None
        points.extend([*batch.messages, *batch.checks])

    return ask


def answering(
    room: Room, role: str, points: Sequence[bytes], answer: list[bytes]
) -> Callable[[], object]:
    return lambda: answer.extend(room.devices[role].answer(points))


def opening_with(
    room: Room, vote: Vote, role: str, answer: Sequence[bytes]
) -> Callable[[], object]:
    return lambda: unlock(vote, actor=room.holder(role), now=NOW, answers=answer)


def lay(room: Room, vote: Vote) -> None:
    """As 300 voters would, without their 300 requests."""
    rolls = list(Voter.objects.filter(vote=vote).values_list("roll", flat=True))
    SealedBallot.objects.bulk_create(
        SealedBallot(vote=vote, roll_id=roll, sealed=room.ballot(vote, CHOICES[at % len(CHOICES)]))
        for at, roll in enumerate(rolls)
    )
    Turnout.objects.bulk_create(Turnout(vote=vote, roll_id=roll) for roll in rolls)


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
