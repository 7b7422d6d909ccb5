"""The chair opens the sitting: its roll and its rules stay as they are now."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.access import draw_access
from council.casework.meeting import give_table, move_to
from council.casework.roll import excuse_those_away, write_roll
from council.casework.table import opened_table
from council.enums.meetings import MeetingKind, MeetingState
from council.enums.table import TableAct
from council.inputs import Sent
from council.models import Meeting


def open_sitting(meeting: Meeting, *, actor: User, now: datetime, sent: Sent) -> None:
    """Without a quorum too: people may talk, and no vote opens. The device runs the table."""
    with opened_table(meeting, TableAct.OPEN, actor=actor, now=now, sent=sent) as case:
        row = case.meeting
        _check_people(row)
        _check_called(row)
        members = write_roll(row, now=now)
        excuse_those_away(row, timezone.localdate(now))
        row.members_total = len(members)
        row.quorum_numerator = row.council.quorum_numerator
        row.quorum_denominator = row.council.quorum_denominator
        row.needs_each_kind = row.council.needs_each_kind
        row.opened_at = now
        if not row.code and not row.rehearsal:
            draw_access(row)
        move_to(row, MeetingState.OPEN)
        row.save()
        give_table(row, device=sent.device, person=actor, at=now)
        present = case.state.quorum.present
        case.changed(inside=row.rehearsal)
        case.record("sitting_opened", {"members": len(members), "present": present})


def _check_people(meeting: Meeting) -> None:
    """Whoever rehearses does it alone."""
    missing = meeting.chair_id is None or meeting.recorder_id is None
    if missing and not meeting.rehearsal:
        raise Refused(_("It needs somebody in the chair, and somebody who writes."))


def _check_called(meeting: Meeting) -> None:
    """A talk on the spot and a rehearsal need nobody to be told."""
    told = meeting.rehearsal or meeting.kind == MeetingKind.INSTANT
    if meeting.state == MeetingState.DRAFT and not told:
        raise Refused(_("Call the sitting first: nobody has been told of it yet."))
