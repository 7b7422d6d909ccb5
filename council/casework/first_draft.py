"""The minutes that stand when a sitting ends."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import translation

from accounts.words import cut
from acting.actions.write_rows import insert_together
from council.casework.minutes import salted
from council.minutes.drafting import draft_of
from council.minutes.sections import as_data
from council.models import Command, Meeting, MinutesName, MinutesPaper, MinutesVersion
from council.queries.minutes_people import NamedInMinutes, people_of
from council.queries.minutes_sections import sitting_log
from council.queries.state import SittingState
from ledger.bodies import SALT_BYTES, text_digest


def write_draft(state: SittingState, *, now: datetime) -> None:
    """In the transaction that closes the sitting, with its row locked; a rehearsal has none.

    Drafted once, of a sitting that has none yet. In the language of the house, whoever closes it.
    """
    insert_together(drafted(state, now=now))


def drafted(
    state: SittingState,
    closing: Command | None = None,
    *,
    now: datetime,
    following: Meeting | None = None,
) -> list[models.Model]:
    """Its rows, to be written with the command that closes it, the last of the log, and with the
    sitting that follows, if the same press books it.
    """
    meeting = state.meeting
    if meeting.rehearsal:
        return []
    with translation.override(settings.LANGUAGE_CODE):
        people = people_of(state)
        sections = draft_of(sitting_log(state, people, closing=closing, following=following))
    version = MinutesVersion(
        meeting=meeting, number=1, sections=as_data(salted(sections)), by=None, at=now
    )
    # Of a sitting without minutes no paper was ever asked for.
    paper = MinutesPaper(meeting=meeting, wanted_at=now)
    return [*(_name(meeting, one) for one in people.named), version, paper]


def _name(meeting: Meeting, one: NamedInMinutes) -> MinutesName:
    """Whoever was there without an office is not named: there is nothing to erase."""
    row = MinutesName(
        meeting=meeting, number=one.number, person=one.person, standing=cut(one.standing, 40)
    )
    if one.is_public:
        row.name, row.salt = one.name, secrets.token_bytes(SALT_BYTES)
        row.digest = text_digest(row.salt, row.name)
    return row
