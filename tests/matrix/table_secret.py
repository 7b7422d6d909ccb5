"""Who may ask for what of a secret vote. These tests ask without HTTPS: there nothing is taken."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from council.enums.votes import Choice, VoteState
from council.models import Vote
from tests.council.secrecy.room import room_of
from tests.matrix.councils import a_council
from tests.matrix.stage import Stage
from tests.matrix.table import ASKED, OPEN, SEND_ONLY, SENT, all_get, but, only, row
from tests.matrix.who import VISITOR

# The head of the grid chairs, its worker writes: each holds a key.
CHAIR, HOLDERS = "grid_head", ("grid_head", "grid_worker")
KEYS, CLOSED = VoteState.KEYS, VoteState.CLOSED
UNKNOWN = "00000000-0000-4000-8000-000000000000"


def a_secret_vote(stage: Stage, state: VoteState) -> Vote:
    found = Vote.objects.filter(state=state).select_related("meeting").first()
    if found is not None:
        return found
    room = room_of(stage.world, council=a_council(stage))
    if state == VoteState.KEYS:
        return room.begins()
    vote = room.opens()
    room.all_cast(vote, Choice.YES, Choice.NO, Choice.NO)
    return room.closes(vote)


@cache
def of(state: VoteState) -> Callable[[Stage], list[Any]]:
    def at(stage: Stage) -> list[Any]:
        vote = a_secret_vote(stage, state)
        return [vote.meeting.uid, vote.uid]

    return at


def sitting(stage: Stage) -> list[Any]:
    return [a_secret_vote(stage, KEYS).meeting.uid]


def no_vote(stage: Stage) -> list[Any]:
    return [*sitting(stage), UNKNOWN]


# A sentence in JSON: that one is signed out, or that the line isn't private.
TOLD = but(all_get(409), [VISITOR], 401)

SECRET_PAGES = [
    row("council:secret_words", OPEN, at=sitting),
    row("council:secret_words", all_get(404), about="unknown", at=lambda _: [UNKNOWN]),
    row("council:secret_ballot", ASKED, SENT, at=of(KEYS)),
    row(
        "council:secret_ballot",
        only((), visitor=302),
        only((), visitor=302),
        about="unknown",
        at=no_vote,
    ),
    row("council:secret_device", only(HOLDERS, visitor=302), at=of(KEYS)),
    row(
        "council:secret_paper",
        only(HOLDERS, visitor=302),
        but(only((), visitor=302), HOLDERS, 422),
        at=of(KEYS),
    ),
    row("council:secret_key", SEND_ONLY, TOLD, at=of(KEYS)),
    row("council:secret_batch", all_get(404), about="not closed", at=of(KEYS)),
    row("council:secret_batch", only([CHAIR]), about="closed", at=of(CLOSED)),
    row("council:secret_open", SEND_ONLY, TOLD, at=of(CLOSED)),
]
