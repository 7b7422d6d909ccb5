"""How a speech, or the wait for one, ends."""

from __future__ import annotations

from uuid import UUID

from council.casework.table import TableCase
from council.models import Speech
from council.queries.roll import RollLine
from council.refusals import AlreadyDone


def speech_named(case: TableCase, uid: UUID | None) -> Speech:
    """The one that goes on. Raises AlreadyDone where another was meant, which has ended."""
    speech = case.speech
    if uid not in {None, speech.uid}:
        raise AlreadyDone
    return speech


def withdraw_waiting(case: TableCase, line: RollLine) -> bool:
    """Whoever waited for the floor waits no longer; False where they did not."""
    waiting = [speech for speech in case.state.waiting if speech.roll_id == line.key]
    case.change_all(waiting, withdrawn_at=case.at)
    return bool(waiting)


def end_of(case: TableCase, speech: Speech) -> None:
    """End the speech now; a pause that still goes on is added to the time it was paused."""
    assert speech.began_at is not None
    at = max(case.at, speech.began_at)
    case.change(speech, ended_at=at, paused_at=None, paused_seconds=seconds_paused(case, speech))


def seconds_paused(case: TableCase, speech: Speech) -> int:
    if speech.paused_at is None:
        return speech.paused_seconds
    return speech.paused_seconds + max(0, int((case.at - speech.paused_at).total_seconds()))
