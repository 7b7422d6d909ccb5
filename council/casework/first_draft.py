"""The minutes that stand when a sitting ends."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.conf import settings
from django.utils import translation

from accounts.words import cut
from council.casework.minutes import salted, want_paper
from council.minutes.drafting import draft_of
from council.minutes.sections import as_data
from council.models import Meeting, MinutesName, MinutesVersion
from council.queries.minutes_people import NamedInMinutes, people_of
from council.queries.minutes_sections import sitting_log
from ledger.bodies import SALT_BYTES, text_digest


def write_draft(meeting: Meeting, *, now: datetime) -> MinutesVersion | None:
    """In the transaction that closes the sitting, with its row locked; a rehearsal has none.

    Drafted once: what exists is given back. In the language of the house, whoever closes it.
    """
    if meeting.rehearsal:
        return None
    existing = MinutesVersion.objects.filter(meeting=meeting).order_by("number").last()
    if existing is not None:
        return existing
    with translation.override(settings.LANGUAGE_CODE):
        people = people_of(meeting)
        sections = draft_of(sitting_log(meeting, people))
    MinutesName.objects.bulk_create(_name(meeting, one) for one in people.named)
    want_paper(meeting, now=now)
    return MinutesVersion.objects.create(
        meeting=meeting, number=1, sections=as_data(salted(sections)), by=None, at=now
    )


def _name(meeting: Meeting, one: NamedInMinutes) -> MinutesName:
    """Whoever was there without an office is not named: there is nothing to erase."""
    row = MinutesName(
        meeting=meeting, number=one.number, person=one.person, standing=cut(one.standing, 40)
    )
    if one.is_public:
        row.name, row.salt = one.name, secrets.token_bytes(SALT_BYTES)
        row.digest = text_digest(row.salt, row.name)
    return row
