"""The log of a sitting: a command is new or was applied, and is written down once it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import IntegrityError, models
from django.db.models import F

from accounts.models import User
from acting.actions.write_rows import insert_together
from acting.refusals import Refused
from council.casework.publish import publish_after_commit
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Command, Meeting
from council.refusals import INCOMPLETE, AlreadyDone


@contextmanager
def ids_are_new() -> Iterator[None]:
    """Refuse, with a sentence, an id made by a device that another row has already."""
    try:
        yield
    except IntegrityError as error:
        constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
        if "_uid_" not in constraint:
            raise
        raise Refused(INCOMPLETE) from error


def lock_and_count(key: int) -> None:
    """Lock a sitting by giving it its next version, which a refusal takes back."""
    Meeting.objects.filter(pk=key).update(version=F("version") + 1)


def check_new(meeting: Meeting, act: TableAct, *, same_of: int | None, same_kind: str) -> None:
    """Raise AlreadyDone if this command was applied before, Refused if its id is another's.

    A device makes a new id for each command, so an id that is used twice was made up or is a fault.

    `same_of` and `same_kind` are of the command that has the id already, if there is one.
    """
    if same_of is None:
        return
    if (same_of, same_kind) != (meeting.pk, act):
        raise Refused(INCOMPLETE)
    raise AlreadyDone


def new_command(
    meeting: Meeting,
    act: TableAct,
    *,
    actor: User,
    sent: Sent,
    happened_at: datetime,
    received_at: datetime,
    parameters: dict[str, Any],
    inverse: dict[str, Any],
) -> Command:
    """As the log keeps it, under the new version: `meeting` was read after `lock_and_count`."""
    return Command(
        uid=sent.uid,
        meeting=meeting,
        seq=meeting.version,
        kind=act,
        device=sent.device,
        lamport=sent.lamport,
        parameters=parameters,
        inverse=inverse,
        actor=actor,
        happened_at=happened_at,
        received_at=received_at,
    )


def write_command(command: Command, *, beside: Sequence[models.Model] = ()) -> None:
    """Keep it in the log, with `beside` what it makes; tell the screens after the commit."""
    insert_together([*beside, command])
    publish_after_commit(command.meeting.uid, command.meeting.version)
