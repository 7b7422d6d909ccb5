"""What must hold between the rows of councils, and no constraint of one table can say."""

from __future__ import annotations

from datetime import datetime

from council.queries.soundness.check import Broken, Check
from council.queries.soundness.decisions import DECISIONS
from council.queries.soundness.members import MEMBERS
from council.queries.soundness.minutes import MINUTES
from council.queries.soundness.sittings import SITTINGS
from council.queries.soundness.votes import VOTES

__all__ = ["CHECKS", "Broken", "Check", "broken_councils"]

CHECKS: tuple[Check, ...] = (*MEMBERS, *SITTINGS, *VOTES, *DECISIONS, *MINUTES)


def broken_councils(*, now: datetime) -> list[Broken]:
    """Everything that breaks one of the rules, in their order."""
    return [Broken(where, check.why) for check in CHECKS for where in check.find(now)]
