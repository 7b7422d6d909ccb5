"""Correct what was said; what was counted stays as it was counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from accounts.models import User
from accounts.sentences import UNKEPT, too_long
from accounts.words import as_stored
from acting.refusals import Refused
from acting.storable import is_storable
from council.casework.meeting import move_to
from council.casework.minutes import MinutesCase, opened_minutes
from council.casework.public_words import without_doors
from council.enums.meetings import MeetingState
from council.enums.minutes import MinutesAct
from council.minutes.names import held
from council.models import Meeting, MinutesVersion
from council.queries.minutes import sections_of

LONGEST = 6000


def correct(
    meeting: Meeting, *, actor: User, now: datetime, words: Mapping[str, str], seen: int | None
) -> MinutesVersion:
    """`words` by the key of their section. One more version; the earlier ones stay as they are.

    Minutes that wait for signatures are open again, and signatures on the earlier version stay
    with it. Nothing changed: the version there is.
    """
    with opened_minutes(meeting, MinutesAct.CORRECT, actor=actor, now=now, seen=seen) as case:
        before = sections_of(case.newest)
        numbers = numbers_of(case)
        after = [
            replace(section, words=held_words(words[section.key], numbers))
            if section.takes_words and section.key in words
            else section
            for section in before
        ]
        if after == before:
            return case.newest
        version = case.write_version(after, corrects=case.newest.corrects)
        if case.meeting.state == MeetingState.MINUTED:
            move_to(case.meeting, MeetingState.CLOSED)
        case.record("minutes_corrected", {"version": version.number})
        return version


def numbers_of(case: MinutesCase) -> dict[str, int]:
    """The mark of each name as it stands in these minutes; of two alike the first."""
    return {name.name: name.number for name in reversed(case.minutes.names) if name.name}


def held_words(typed: str, numbers: Mapping[str, int]) -> str:
    """Paragraphs without spaces at their ends, people as marks. Raises Refused."""
    lines = [line.strip() for line in as_stored(typed).splitlines()]
    said = "\n".join(line for line in lines if line)
    if len(said) > LONGEST:
        raise Refused(too_long(said, LONGEST))
    if not is_storable(said):
        raise Refused(UNKEPT)
    return held(without_doors(said), numbers)
