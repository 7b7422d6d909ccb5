"""A body says that it can't do what it was asked for, and why; the level above is told."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.models import User
from council.casework.pledge import opened_pledge
from council.casework.pledges_told import tell_of_pledge
from council.casework.public_words import official_text
from council.enums.decisions import PledgeAct
from council.models import Pledge


def decline(pledge: Pledge, *, actor: User, now: datetime, reason: str) -> Pledge:
    with opened_pledge(pledge, PledgeAct.DECLINE, actor=actor, now=now) as case:
        case.pledge.declined_because = official_text(
            reason, Pledge, "declined_because", field="reason", missing=_("Say why.")
        )
        case.record("pledge_declined", {"body": case.pledge.body.code if case.pledge.body else ""})
        tell_of_pledge(case, "pledge_declined")
        return case.pledge
