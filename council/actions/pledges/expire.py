"""What nobody answered in time is told to the level above; answering late is still possible.

What nobody can answer any more, as its matter moved on, is asked of nobody any more.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from council.casework.pledge import close_pledge, open_pledge
from council.casework.pledges_told import tell_lapsed, tell_of_pledge
from council.enums.decisions import PLEDGE_WAITS, PledgeState
from council.queries.pledges import facts_of_pledge, pledges_due, pledges_to_lapse
from council.rules.pledges import has_lapsed


def expire_pledges(*, now: datetime) -> int:
    """Each in its own transaction; run twice, or by two at once, it tells once."""
    lapsed = sum(_lapse(key, now) for key in pledges_to_lapse())
    return lapsed + sum(_expire(key, now) for key in pledges_due(now))


@transaction.atomic
def _lapse(key: int, now: datetime) -> int:
    case = open_pledge(key, actor=None, now=now)
    pledge = case.pledge
    if pledge.state not in PLEDGE_WAITS or not has_lapsed(facts_of_pledge(pledge, now=now)):
        return 0
    case.lapse()
    case.record("pledge_lapsed", {"body": pledge.body.code if pledge.body else ""})
    tell_lapsed(case)
    close_pledge(case)
    return 1


@transaction.atomic
def _expire(key: int, now: datetime) -> int:
    case = open_pledge(key, actor=None, now=now)
    pledge = case.pledge
    if pledge.state != PledgeState.ASKED or pledge.answer_by > now:
        return 0
    pledge.state = PledgeState.EXPIRED
    case.record("pledge_expired", {"body": pledge.body.code if pledge.body else ""})
    tell_of_pledge(case, "pledge_expired")
    close_pledge(case)
    return 1
