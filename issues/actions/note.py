"""Leave a note for those who work on the same matter."""

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from acting.storable import storable_text
from issues.casework.case import opened
from issues.casework.turn_of_actor import body_of_actor
from issues.enums.acts import Act
from issues.models import Issue, StaffNote


def note(issue: Issue, *, actor: User, now: datetime, text: str, seen: int | None = None) -> Issue:
    """No resident reads it; the inside record keeps that there was one, and a digest of its words.

    It changes nothing in the matter, so forms already shown don't become stale.
    """
    with opened(issue, Act.NOTE, actor=actor, now=now, seen=seen, bumps=False) as case:
        text = storable_text(text, StaffNote, "text", missing=_("Write down your note."))
        body = body_of_actor(case)
        noted = StaffNote(issue=case.issue, by=actor, body=body, text=text, noted_at=now)
        case.changes.activity.append(noted)
        case.changes.among_staff.add(case.issue.uid)
        case.record_inside("noted", {"body": body.code}, texts={"text": text})
        return case.issue
