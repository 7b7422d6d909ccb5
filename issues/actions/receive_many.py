"""批量签收: take in many matters at once."""

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
    """Take in those of `issues` that haven't moved on meanwhile; return how many they were.

    Locks all of them in ascending id before taking in the first.
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
