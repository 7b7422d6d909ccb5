"""居民评价: the resident has the last word (S9)."""

from __future__ import annotations

from datetime import datetime

from accounts.models import User
from acting.storable import storable_text
from issues.casework.case import opened
from issues.casework.verdict import take_verdict
from issues.enums.activity import Resolved, Satisfaction, VerdictVia
from issues.enums.acts import Act
from issues.models import Issue, Verdict


def confirm(
    issue: Issue,
    *,
    actor: User,
    now: datetime,
    resolved: Resolved,
    satisfaction: Satisfaction | None = None,
    text: str = "",
    look_above: bool = False,
    seen: int | None = None,
) -> Issue:
    """Take the resident's verdict: if solved, close the issue, otherwise send it back.

    It goes back to the body that has it, or up one level: see `casework.verdict`.
    """
    with opened(issue, Act.CONFIRM, actor=actor, now=now, seen=seen) as case:
        take_verdict(
            case,
            by=actor,
            via=VerdictVia.SELF,
            resolved=resolved,
            satisfaction=satisfaction,
            text=storable_text(text, Verdict, "text"),
            look_above=look_above,
        )
        return case.issue
