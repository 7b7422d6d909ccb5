"""急事快商量: tell community and street of an urgent matter at the same time."""

from __future__ import annotations

import time
from functools import partial

from django.db import transaction

from accounts.asker import asker
from accounts.counting import Count, add, counted
from grids.enums import Role
from issues.casework.asks import asked_of
from issues.casework.case import Case
from issues.casework.moving_up import street_of
from issues.casework.tell import tell_seats
from issues.enums.deadlines import DeadlineKind

# One person's matters cause a text message once an hour, those of a community a few times in ten
# minutes. Beyond that a matter still gets its notice and still stands at the desks as urgent.
OF_ONE, HOUR = 1, 3600
OF_COMMUNITY, TEN_MINUTES = 6, 600


def alarm(case: Case) -> None:
    community, street = case.issue.community_id, street_of(case)
    seats = [(community, Role.LEAD), (community, Role.STAFF), (street, Role.DISPATCHER)]
    calls_for = asked_of(case.lead, DeadlineKind.RECEIVE)
    tell_seats(case, seats, "urgent", sms=_calls(case), calls_for=calls_for)


def _calls(case: Case) -> bool:
    """Whether phones ring. Without a count they do: outside of requests, and without Valkey.

    The alarm counts only after the commit, since a matter that failed to be raised called nobody.
    """
    if asker() is None:
        return True
    now, community = time.time(), case.issue.community_id
    counts, most = [Count(f"alarms:community:{community}", TEN_MINUTES)], [OF_COMMUNITY]
    actor = case.actor
    if actor is not None and case.issue.reporter_id == actor.pk:
        counts.append(Count(f"alarms:person:{case.issue.reporter_id}:{community}", HOUR))
        most.append(OF_ONE)
    before = counted(counts, now=now)
    if before is not None and any(
        number >= limit for number, limit in zip(before, most, strict=True)
    ):
        return False
    transaction.on_commit(partial(add, counts, now=now))
    return True
