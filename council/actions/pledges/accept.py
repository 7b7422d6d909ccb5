"""A body accepts by its own hand what it was asked for: it is a promise on the matter now."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from council.casework.mandate import mandate_of
from council.casework.pledge import opened_pledge
from council.enums.decisions import PledgeAct
from council.models import Pledge
from council.queries.pledges import due_at
from council.refusals import WrongState
from issues.actions.accept_pledge import accept_pledge


def accept(pledge: Pledge, *, actor: User, now: datetime, assent: str = "") -> Pledge:
    """It becomes a commitment of the body on its matter, with its clock."""
    with opened_pledge(pledge, PledgeAct.ACCEPT, actor=actor, now=now) as case:
        row, issue = case.pledge, case.pledge.resolution.item.issue
        if row.body is None or issue is None:
            raise WrongState
        row.commitment = accept_pledge(
            issue,
            actor=actor,
            now=now,
            body=row.body,
            text=row.text,
            due_at=due_at(row),
            mandate=mandate_of(case.meeting),
            assent=assent,
        )
        case.record("pledge_accepted", {"body": row.body.code})
        meeting = case.meeting
        runners = [meeting.chair_id, meeting.recorder_id]
        case.tell_people(runners, "pledge_accepted", who=row.body.call_name)
        return row
