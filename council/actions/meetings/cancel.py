"""A sitting is cancelled, also one that was opened and left; it stays in the calendar as such."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F, Value
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _

from accounts.models import User
from council.casework.access import end_access
from council.casework.agenda import waiting_items
from council.casework.matters import went_off_agenda
from council.casework.meeting import move_to
from council.casework.place import give_back_place
from council.casework.planning import MeetingCase, opened_meeting
from council.casework.public_words import official_text
from council.enums.meetings import MeetingState, ToldOf
from council.enums.planning import MeetingAct
from council.enums.votes import VOTE_RUNNING, VoteState
from council.models import Meeting, Presence, SealedBallot, Speech, Vote


def cancel(
    meeting: Meeting, *, actor: User, now: datetime, reason: str, seen: int | None = None
) -> Meeting:
    """The reason is public, as its time was. A draft is thrown away without telling anybody."""
    with opened_meeting(meeting, MeetingAct.CANCEL, actor=actor, now=now, seen=seen) as case:
        row = case.meeting
        was = MeetingState(row.state)
        row.cancelled_because = official_text(
            reason,
            Meeting,
            "cancelled_because",
            field="reason",
            missing=_("Say why: everybody who was to come reads it."),
        )
        row.cancelled_at = now
        if row.is_running:
            _end_all(case)
        case.record("sitting_cancelled")
        move_to(row, MeetingState.CANCELLED)
        if was != MeetingState.DRAFT:
            case.tell_everybody(ToldOf.CANCELLED)
            went_off_agenda(case, waiting_items(row))
        end_access(row)
        give_back_place(row)
        return row


def _end_all(case: MeetingCase) -> None:
    """Nothing of it goes on: a vote counts for nothing, nobody has the floor or is there."""
    row, now = case.meeting, case.now
    votes = Vote.objects.filter(meeting=row, state__in=VOTE_RUNNING)
    SealedBallot.objects.filter(vote__in=votes).delete()
    votes.update(
        state=VoteState.VOID, batch=[], closed_at=now, voided_because=row.cancelled_because
    )
    waiting = Speech.objects.filter(meeting=row, began_at=None, withdrawn_at=None)
    waiting.update(withdrawn_at=now)
    running = Speech.objects.filter(meeting=row, ended_at=None).exclude(began_at=None)
    running.update(ended_at=Greatest(F("began_at"), Value(now)), paused_at=None)
    here = Presence.objects.filter(roll__meeting=row, left_at=None)
    here.update(left_at=Greatest(F("came_at"), Value(now)))
