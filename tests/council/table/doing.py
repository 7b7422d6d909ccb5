"""What is done at a table, as its forms send it, without a page in between."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from council.enums.table import TableAct
from council.forms.table import COMMANDS
from council.forms.table.base import Sender
from council.models import Command, Meeting, Motion, Roll, Vote
from council.queries.state import SittingState, state_of
from tests.council.sittings import BEGINS, roll_of

# What a command may ask of the database, whatever there is (decision 0061).
COMMAND = 20
TEXT = "由社区报街道，请铁路部门清淤"


def do(
    meeting: Meeting,
    act: TableAct | str,
    by: User | None = None,
    *,
    device: str = "tablet",
    now: datetime = BEGINS,
    command: UUID | None = None,
    happened: datetime | None = None,
    **data: Any,
) -> None:
    """By the chair, if nobody else is named. Raises what the action raises.

    Whatever any test does so stays within what a command may ask.
    """
    sent = {"command": command or uuid4(), **data}
    if happened is not None:
        sent["happened"] = int(happened.timestamp() * 1000)
    form = COMMANDS[TableAct(act)](sent)
    assert form.is_valid(), form.errors
    actor = by or meeting.chair
    assert actor is not None
    with CaptureQueriesContext(connection) as queries:
        form.send(Sender(meeting=meeting, actor=actor, now=now, device=device))
    found = asked_of(queries)
    assert len(found) <= COMMAND, (act, found)


def asked_of(queries: CaptureQueriesContext) -> list[str]:
    """What a transaction is begun and ended with does not count."""
    return [row["sql"] for row in queries.captured_queries if "SAVEPOINT" not in row["sql"]]


def moved(meeting: Meeting, text: str = TEXT, **more: Any) -> Motion:
    uid = uuid4()
    do(meeting, "move", uid=uid, text=text, **more)
    return Motion.objects.get(uid=uid)


def vote_on(meeting: Meeting, motion: Motion, way: str = "hands", **more: Any) -> Vote:
    """Opened; the first two on the roll count and watch."""
    uid, roll = uuid4(), roll_of(meeting)
    given = {
        "majority": "half",
        "base": "present",
        "teller_one": roll[0].uid,
        "teller_two": roll[1].uid,
        **more,
    }
    do(meeting, "open_vote", uid=uid, motion=motion.uid, way=way, **given)
    return Vote.objects.get(uid=uid)


def counted(meeting: Meeting, vote: Vote, yes: int, no: int = 0, abstain: int = 0) -> Vote:
    do(meeting, "count_hands", vote=vote.uid, yes=yes, no=no, abstain=abstain)
    return Vote.objects.get(pk=vote.pk)


def announced(meeting: Meeting, motion: Motion, yes: int, no: int = 0, abstain: int = 0) -> Vote:
    """Voted on by hands, and told."""
    vote = counted(meeting, vote_on(meeting, motion), yes, no, abstain)
    do(meeting, "announce", vote=vote.uid)
    return Vote.objects.get(pk=vote.pk)


def asks(meeting: Meeting, line: Roll, **more: Any) -> UUID:
    uid = uuid4()
    do(meeting, "ask_floor", uid=uid, roll=line.uid, **more)
    return uid


def speaks(meeting: Meeting, line: Roll, **more: Any) -> UUID:
    uid = asks(meeting, line, **more)
    do(meeting, "give_floor", speech=uid, **more)
    return uid


def state(meeting: Meeting, now: datetime = BEGINS) -> SittingState:
    found = state_of(meeting.uid, now=now)
    assert found is not None
    return found


def commands(meeting: Meeting, kind: str) -> int:
    return Command.objects.filter(meeting=meeting, kind=kind).count()


def person_at(meeting: Meeting, position: int) -> User:
    """A member by their place on the roll."""
    person = roll_of(meeting)[position].person
    assert person is not None
    return person
