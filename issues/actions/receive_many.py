"""批量签收: take in many matters with one press."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from accounts.models import User
from issues.actions.receive import receive
from issues.casework.case import lock
from issues.models import Issue
from issues.refusals import NotYours, WrongStage


@transaction.atomic
def receive_many(issues: Iterable[Issue], *, actor: User, now: datetime) -> int:
    """How many were there to take in; what moved on meanwhile is left out.

    Locks all in ascending id before the first.
    """
    wanted = sorted(issues, key=lambda issue: issue.pk)
    lock(issue.pk for issue in wanted)
    taken = 0
    for issue in wanted:
        try:
            with transaction.atomic():
                receive(issue, actor=actor, now=now)
        except (NotYours, WrongStage):
            continue
        taken += 1
    return taken
