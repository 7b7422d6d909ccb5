"""Take in an issue; whoever does so first stays the resident's contact to the end."""

from datetime import datetime

from accounts.models import User
from issues.casework.case import Case, opened
from issues.casework.taking_in import take_in
from issues.enums import Act
from issues.models import Assignment, Issue
from issues.queries.facts import holder_of
from issues.rules import acts_for


def receive(issue: Issue, *, actor: User, now: datetime) -> Issue:
    """Take in the turns of the bodies that `actor` speaks for; repeating it changes nothing."""
    with opened(issue, Act.RECEIVE, actor=actor, now=now) as case:
        for turn in case.current():
            if turn.received_at is None and _is_mine(case, turn):
                take_in(case, turn)
        return case.issue


def _is_mine(case: Case, turn: Assignment) -> bool:
    assert case.standing is not None
    return acts_for(case.standing, holder_of(turn))
