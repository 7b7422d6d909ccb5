"""One's own ballot by name: three hundred of them come within seconds, so little is read."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from acting.refusals import Refused
from council.casework.log import (
    check_new,
    ids_are_new,
    lock_and_count,
    new_command,
    write_command,
)
from council.enums.meetings import MeetingState
from council.enums.table import TableAct
from council.enums.votes import Choice, VoteState, VoteWay
from council.inputs import Sent
from council.models import Command, Meeting, NamedBallot, Roll, Vote, Voter
from council.order.times import happened_at
from council.refusals import NotYours, WrongState


def cast_own(
    meeting: Meeting, *, actor: User, now: datetime, sent: Sent, vote: UUID, choice: Choice
) -> None:
    """Lock the sitting, then the vote; without reading who else is there or has voted.

    Raises AlreadyDone, NotYours, WrongState, or Refused with the sentence that says why not.
    """
    with ids_are_new(), transaction.atomic():
        lock_and_count(meeting.pk)
        row = Meeting.objects.get(pk=meeting.pk)
        same = Command.objects.filter(uid=sent.uid).values_list("meeting", "kind").first()
        same_of, same_kind = same or (None, "")
        check_new(row, TableAct.CAST_NAMED, same_of=same_of, same_kind=same_kind)
        voter = _voter(row, actor)
        if row.state != MeetingState.OPEN:
            raise WrongState
        open_vote = _open_vote(row, vote)
        if not Voter.objects.filter(vote=open_vote, roll=voter).exists():
            raise Refused(
                _("You came after this vote was opened, or are recused: you can't vote in it.")
            )
        NamedBallot.objects.update_or_create(
            vote=open_vote, roll=voter, defaults={"choice": choice, "at_table": False}
        )
        command = new_command(
            row,
            TableAct.CAST_NAMED,
            actor=actor,
            sent=sent,
            happened_at=happened_at(sent.happened_at, opened_at=row.opened_at, received_at=now),
            received_at=now,
            # What was chosen stands in the ballot only, where it may still change.
            parameters={"vote": str(vote), "roll": str(voter.uid)},
            inverse={},
        )
        write_command(command)


def _voter(meeting: Meeting, actor: User) -> Roll:
    line = Roll.objects.filter(meeting=meeting, person=actor).first()
    if line is None or not line.is_member:
        raise NotYours
    return line


def _open_vote(meeting: Meeting, uid: UUID) -> Vote:
    votes = Vote.objects.select_for_update(no_key=True).defer("batch")
    vote = votes.filter(meeting=meeting, uid=uid).first()
    if vote is None:
        raise Refused(_("This vote is not one of this sitting."), field="vote")
    if vote.way != VoteWay.NAMED or vote.state != VoteState.OPEN:
        raise Refused(_("This vote is over: {state}.").format(state=vote.get_state_display()))
    return vote
