"""Take in an issue; whoever does so first stays the resident's contact to the end."""

from datetime import datetime

from accounts.models import User
from issues.casework.case import opened
from issues.casework.taking_in import take_in
from issues.enums.acts import Act
from issues.models import Issue
from issues.queries.own_turns import own_turns


def receive(issue: Issue, *, actor: User, now: datetime) -> Issue:
    """Take in the turns of the bodies that `actor` speaks for; repeating it changes nothing."""
    with opened(issue, Act.RECEIVE, actor=actor, now=now) as case:
        assert case.standing is not None
        for turn in own_turns(case.current(), case.standing):
            if turn.received_at is None:
                take_in(case, turn)
        return case.issue
