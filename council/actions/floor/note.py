"""One line of what somebody said."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.public_words import spoken_text
from council.casework.table import opened_table
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting, Speech


def note_speech(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, speech: UUID, note: str
) -> None:
    with opened_table(meeting, TableAct.NOTE_SPEECH, actor=actor, now=now, sent=sent) as case:
        row = next((row for row in case.state.speeches if row.uid == speech), None)
        if row is None or row.began_at is None:
            raise Refused(_("They have not spoken in this sitting."), field="note")
        row.note = spoken_text(note, Speech, "note")
        row.save(update_fields=["note"])
        case.parameters = {"speech": str(speech)}
